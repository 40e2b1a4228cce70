import { promises as dns } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}
/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly FoundAddress[]>;
const resolveName: Resolve = (hostname) => dns.lookup(hostname, { all: true });

/** The address is one to which nothing is sent. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

const listOf = (subnets: readonly (readonly [net: string, bits: number])[]) => {
  const list = new BlockList();
  for (const [net, bits] of subnets) list.addSubnet(net, bits, isIPv6(net) ? 'ipv6' : 'ipv4');
  return list;
};

/**
 * Where no hall has business, whatever name leads there: no address at all, neighbours on the wire and what clouds have there
 * (their machines' secrets), everybody at once. Also as an IPv6-only network writes them (64:ff9b::/96); ::ffff:0:0/96 is understood by itself.
 */
const never = listOf([
  ...([
    ['0.0.0.0', 8] as const,
    ['169.254.0.0', 16] as const,
    ['224.0.0.0', 4] as const,
    ['240.0.0.0', 4] as const,
  ] as const),
  ...([['::', 128] as const, ['fe80::', 10] as const, ['ff00::', 8] as const] as const),
  ...([['100.100.100.200', 32] as const, ['fd00:ec2::254', 128] as const] as const),
  ...([
    ['64:ff9b::0.0.0.0', 104] as const,
    ['64:ff9b::169.254.0.0', 112] as const,
    ['64:ff9b::127.0.0.0', 104] as const,
  ] as const),
]);
const thisMachine = listOf([
  ['127.0.0.0', 8],
  ['::1', 128],
]);
const house = listOf([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
  ['127.0.0.0', 8],
  ['::1', 128],
]);

/** Whether events may be sent to this address of that URL: https anywhere, http within the house, this machine only if the URL says so itself. */
export function mayBeReached(address: string, { protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || never.check(address, family)) return false;
  if (thisMachine.check(address, family)) return bare(hostname) === 'localhost' || isIP(bare(hostname)) !== 0;
  return protocol === 'https:' || house.check(address, family);
}

/**
 * Looks names up for one connection, and hands on only addresses that have been judged: what is connected to is what was judged, so a name that
 * answers differently a moment later gains nothing. One forbidden address among several refuses them all.
 * @throws AddressRefused when the URL names a forbidden address itself
 */
export function judgedLookup(url: URL, resolve: Resolve = resolveName): LookupFunction {
  const literal = bare(url.hostname);
  // A literal address is connected to without being looked up.
  if (isIP(literal) !== 0 && !mayBeReached(literal, url)) throw new AddressRefused(literal);
  return (hostname, options, callback) => {
    const judged = async () => {
      const found = await resolve(hostname);
      const [first] = found;
      if (first === undefined || found.some(({ address }) => !mayBeReached(address, url)))
        throw new AddressRefused(hostname);
      return { first, found };
    };
    judged().then(
      ({ first, found }) => (options.all ? callback(null, [...found]) : callback(null, first.address, first.family)),
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');
