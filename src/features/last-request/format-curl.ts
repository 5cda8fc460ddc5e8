import type { ExchangeRecord } from '../../model/exchange-record';
import { mediaPlaceholders } from '../../model/media-placeholder';

/** Headers that curl makes itself, and those that only tell the server about our client. */
const leftOut = /^(host|connection|content-length|accept-encoding|user-agent|x-stainless-.*)$/;

const keyHeaders: Readonly<Record<string, string>> = {
  authorization: 'Authorization: Bearer $OPENAI_API_KEY',
  'api-key': 'api-key: $OPENAI_API_KEY',
  'x-api-key': 'x-api-key: $OPENAI_API_KEY',
};

/**
 * The request as a command for a POSIX shell, which finds the key in the environment. What is not known here (media, the
 * values of other secret headers) is named in comments above it.
 */
export function formatCurl({ method, url, requestHeaders, requestBody }: ExchangeRecord): string {
  const body = requestBody === undefined ? undefined : JSON.stringify(requestBody);
  const headers = Object.entries(requestHeaders).filter(([name]) => !leftOut.test(name));
  const impliedMethod = body === undefined ? 'GET' : 'POST';
  const words = [
    `curl -N ${quote(url)}`,
    ...(method === impliedMethod ? [] : [`-X ${quote(method)}`]),
    // The key is expanded by the shell, so these are in double quotes and hold nothing else that it would expand.
    ...headers.map(([name, value]) => `-H ${keyHeaders[name] ? `"${keyHeaders[name]}"` : quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ];
  return `${[...comments(url, headers, body).map((comment) => `# ${comment}\n`), words.join(' \\\n  ')].join('')}\n`;
}

function comments(
  url: string,
  headers: readonly (readonly [string, string])[],
  body: string | undefined,
): readonly string[] {
  const media = mediaPlaceholders(body ?? '');
  const secret = headers.filter(([name, value]) => !keyHeaders[name] && isRedacted(value)).map(([name]) => name);
  return [
    ...(media.length > 0
      ? [`Iris left the media out. Before you run this, put data in place of: ${[...new Set(media)].join('; ')}`]
      : []),
    ...(secret.length > 0 ? [`Iris left out the values of these headers; fill them in: ${secret.join(', ')}`] : []),
    ...(isRedacted(url) ? ['Iris left out a secret in the URL; fill it in.'] : []),
    ...(isRedacted(body ?? '') ? ['Iris left out secrets in the body; put them in place of: [redacted]'] : []),
  ];
}

/** What stands in the place of a secret (`hiddenSecret`); in a URL, its brackets may be encoded. */
function isRedacted(text: string): boolean {
  return /(\[|%5B)redacted(\]|%5D)/i.test(text);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
