import assert from 'node:assert/strict';
import { scopeOf } from '../../../../src/attachments/link/public-address';

const scopes = {
  public: ['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'],
  private: [
    '127.0.0.1',
    '127.255.0.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fc00::1',
  ],
  forbidden: [
    ...['169.254.169.254', '224.0.0.1', '255.255.255.255', '240.0.0.1', '192.0.2.1', '198.18.0.1'],
    ...['fe80::1', 'fe80::1%eth0', 'ff02::1', '2002:7f00:1::', '2001::1', '64:ff9b::7f00:1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '::127.0.0.1'],
    ...['::ffff:0:8.8.8.8', '3fff::1', '3fff:fff::1', '5f00::1'],
    ...['168.63.129.16', '100.100.100.200', 'fd00:ec2::254'],
    ...['', 'localhost', '127.1', '0x7f000001', '2130706433'],
  ],
};

describe('An address', () => {
  for (const [scope, addresses] of Object.entries(scopes)) {
    it(`is ${scope} when it is`, () => {
      for (const address of addresses) {
        assert.equal(scopeOf(address), scope, address);
      }
    });
  }
});
