import { BlockList, isIP } from 'node:net';

/** Addresses that lead into this machine or its network: no person on the internet could have meant them. */
const privateAddresses = blockList(
  [
    ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const, ['127.0.0.0', 8] as const],
    ...[['172.16.0.0', 12] as const, ['192.168.0.0', 16] as const],
  ],
  [['::', 128] as const, ['::1', 128] as const, ['fc00::', 7] as const],
);

/**
 * Addresses that are never fetched from: link-local ones, under which clouds hand out credentials; those that stand for
 * another address; multicast, documentation, benchmarks and what is reserved. Sources:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const forbiddenAddresses = blockList(
  [
    ...[['169.254.0.0', 16] as const, ['192.0.0.0', 24] as const, ['192.0.2.0', 24] as const],
    ...[['192.88.99.0', 24] as const, ['198.18.0.0', 15] as const, ['198.51.100.0', 24] as const],
    ...[['203.0.113.0', 24] as const, ['224.0.0.0', 4] as const, ['240.0.0.0', 4] as const],
    // Services of Azure and Alibaba Cloud that hand out credentials.
    ...[['168.63.129.16', 32] as const, ['100.100.100.200', 32] as const],
  ],
  [
    ...[['64:ff9b::', 96] as const, ['64:ff9b:1::', 48] as const],
    ...[['100::', 64] as const, ['2001::', 23] as const, ['2001:db8::', 32] as const, ['2002::', 16] as const],
    ...[['::ffff:0:0:0', 96] as const, ['3fff::', 20] as const, ['5f00::', 16] as const],
    // The service of AWS that hands out credentials.
    ['fd00:ec2::254', 128],
    ...[['fe80::', 10] as const, ['fec0::', 10] as const, ['ff00::', 8] as const],
  ],
);

export type AddressScope = 'public' | 'private' | 'forbidden';

/** Where an IP address leads; what is no address leads nowhere good. */
export function scopeOf(address: string): AddressScope {
  const version = isIP(address);
  if (version === 0) {
    return 'forbidden';
  }
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (forbiddenAddresses.check(address, family) || (version === 6 && isMapped(address))) {
    return 'forbidden';
  }
  return privateAddresses.check(address, family) ? 'private' : 'public';
}

/**
 * IPv4 in IPv6 (`::ffff:1.2.3.4`, and the older `::1.2.3.4`), however it is written: nobody needs it in an address. Not in
 * the list above, which would take its network for all of IPv4.
 */
function isMapped(address: string): boolean {
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  return /^\[::(ffff:)?[0-9a-f]{1,4}:[0-9a-f]{1,4}\]$/.test(hostname);
}

type Subnet = readonly [address: string, prefix: number];

function blockList(ipv4: readonly Subnet[], ipv6: readonly Subnet[]): BlockList {
  const list = new BlockList();
  ipv4.forEach(([address, prefix]) => list.addSubnet(address, prefix, 'ipv4'));
  ipv6.forEach(([address, prefix]) => list.addSubnet(address, prefix, 'ipv6'));
  return list;
}
