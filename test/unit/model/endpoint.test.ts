import assert from 'node:assert/strict';
import { endpointOrigin, isLocalEndpoint } from '../../../src/model/endpoint';

describe('The origin of an endpoint', () => {
  it('is scheme, host and port', () => {
    assert.equal(endpointOrigin('https://API.example.com:443/v1'), 'https://api.example.com');
    assert.equal(endpointOrigin('http://127.0.0.1:8080/v1'), 'http://127.0.0.1:8080');
  });
});

describe('An endpoint', () => {
  for (const url of [
    'http://localhost:11434/v1',
    'http://LOCALHOST/v1',
    'http://models.localhost/v1',
    'http://127.0.0.1:1234/v1',
    'http://127.8.9.10/v1',
    'http://2130706433/v1',
    'http://[::1]:8000/v1',
  ]) {
    it(`at ${url} is local`, () => assert.ok(isLocalEndpoint(url)));
  }
  for (const url of [
    'https://api.openai.com/v1',
    'http://192.168.0.2/v1',
    'http://localhost.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'http://[::2]/v1',
    'http://notlocalhost/v1',
  ]) {
    it(`at ${url} is not local`, () => assert.equal(isLocalEndpoint(url), false));
  }
});
