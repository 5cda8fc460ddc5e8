import { lookup } from 'node:dns/promises';
// Node's own modules, not those that VS Code leads through its proxy: only here is it certain which address is asked.
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { t } from '@vscode/l10n';
import { answerOf } from '../../util/answer-of';
import { checkLink } from './check-link';
import { linkError, LinkError } from './link-error';
import { type AddressScope, scopeOf } from './public-address';

export interface FetchLinkOptions {
  readonly method?: 'GET' | 'HEAD';
  readonly maxBytes: number;
  /** Addresses of this machine and its network may be fetched from too, unless one outside of it leads there. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
  /** Addresses of a host; those of the system by default. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  /** Where an address leads; as the registries of addresses say by default. */
  readonly scope?: (address: string) => AddressScope;
  readonly timeouts?: Timeouts;
}

interface Timeouts {
  /** Milliseconds until the answer begins, and between two pieces of it. */
  readonly silence: number;
  /** Milliseconds for everything. */
  readonly total: number;
}

export interface FetchedLink {
  readonly bytes: Uint8Array;
  /** As the server says; empty where it says nothing. */
  readonly contentType: string;
  /** Where redirects led. */
  readonly url: URL;
}

const mostRedirects = 5;
const defaultTimeouts: Timeouts = { silence: 20_000, total: 180_000 };

/**
 * Fetches what is at an address, without cookies or credentials. Each host is looked up once, and the connection goes to
 * the very addresses that were checked, so that a name can't lead elsewhere afterwards. Throws `LinkError`, or the signal's reason.
 */
export async function fetchLink(link: URL, options: FetchLinkOptions): Promise<FetchedLink> {
  const { total } = options.timeouts ?? defaultTimeouts;
  const timeout = AbortSignal.timeout(total);
  const signal = AbortSignal.any([options.signal, timeout]);
  try {
    return await follow(link, { ...options, signal });
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof LinkError) {
      throw error;
    }
    throw timeout.aborted
      ? linkError(t('{0} took longer than {1} minutes.', link.host, Math.round(total / 60_000)))
      : linkError(t('{0} could not be reached ({1}).', link.host, codeOf(error)), error);
  }
}

async function follow(link: URL, options: FetchLinkOptions): Promise<FetchedLink> {
  let url = link;
  // Nothing outside may lead into the network: what the person named themself has to be there.
  let { allowPrivate } = options;
  for (let hop = 0; ; hop++) {
    const addresses = await checkedAddresses(url, { ...options, allowPrivate });
    allowPrivate &&= addresses.some(({ isPrivate }) => isPrivate);
    const message = await ask(url, addresses, options);
    const { statusCode = 0, headers } = message;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      message.destroy();
      url = redirected(url, headers.location, hop);
      continue;
    }
    try {
      if (statusCode < 200 || statusCode > 299) {
        throw linkError(t('{0} does not give it out (HTTP {1}).', url.host, statusCode));
      }
      return { bytes: await readBody(message, url, options), contentType: headers['content-type'] ?? '', url };
    } finally {
      message.destroy();
    }
  }
}

function redirected(from: URL, location: string, hop: number): URL {
  const next = URL.parse(location, from);
  if (hop === mostRedirects || !next) {
    throw linkError(t('{0} leads from one address to the next without an end.', from.host));
  }
  if (from.protocol === 'https:' && next.protocol !== 'https:') {
    throw linkError(t('{0} leads to an address that is not secure ({1}).', from.host, next.host));
  }
  return checkLink(next.href);
}

async function ask(
  url: URL,
  addresses: readonly [CheckedAddress, ...CheckedAddress[]],
  options: FetchLinkOptions,
): Promise<IncomingMessage> {
  const { method = 'GET', signal, timeouts = defaultTimeouts } = options;
  signal.throwIfAborted();
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'iris-multimodal' },
    // A connection of its own: none that was made to another address.
    agent: false,
    lookup: (_host, { all }, done) => {
      const [{ address, family }] = addresses;
      done(null, all ? [...addresses] : address, family);
    },
    signal,
    timeout: timeouts.silence,
  });
  request.once('timeout', () => {
    request.destroy(linkError(t('{0} did not answer for {1} seconds.', url.host, Math.round(timeouts.silence / 1000))));
  });
  const answered = answerOf(request, signal);
  request.end();
  return await answered;
}

interface CheckedAddress {
  readonly address: string;
  readonly family: number;
  readonly isPrivate: boolean;
}

/** Refuses a host as soon as one of its addresses may not be asked: which of them is taken would be chance. */
async function checkedAddresses(
  { host, hostname }: URL,
  { allowPrivate, resolve = addressesOf, scope = scopeOf }: FetchLinkOptions,
): Promise<readonly [CheckedAddress, ...CheckedAddress[]]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(literal) === 0 ? await resolve(hostname) : [literal];
  const scopes = addresses.map((address) => scope(address));
  if (scopes.includes('forbidden') || (scopes.includes('private') && !allowPrivate)) {
    throw new LinkError(
      t(
        '{0} is an address inside of your own network or machine, and nothing is fetched from there. Attach the file itself.',
        host,
      ),
    );
  }
  const [first, ...others] = addresses.map((address, index) => ({
    address,
    family: isIP(address),
    isPrivate: scopes[index] === 'private',
  }));
  if (first === undefined) {
    throw linkError(t('{0} was not found.', host));
  }
  return [first, ...others];
}

async function addressesOf(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

async function readBody(
  message: IncomingMessage,
  url: URL,
  { method, maxBytes }: FetchLinkOptions,
): Promise<Uint8Array> {
  if (method === 'HEAD') {
    return new Uint8Array();
  }
  const encoding = message.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    throw linkError(t('{0} sends it compressed ({1}) though it was asked not to.', url.host, encoding));
  }
  const tooLarge = (): LinkError =>
    linkError(t('It has more than the {0} MB that are fetched.', Math.round(maxBytes / 1e6)));
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
    throw tooLarge();
  }
  const pieces: Buffer[] = [];
  let byteLength = 0;
  for await (const piece of message as AsyncIterable<Buffer>) {
    byteLength += piece.byteLength;
    if (byteLength > maxBytes) {
      throw tooLarge();
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : t('no reason given');
}
