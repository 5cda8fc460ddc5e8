import { type Circumstances, failure } from './errors';

const mostRedirects = 5;

/**
 * Follows redirects within the origin; another origin gets neither the key nor the question. `send` makes one request,
 * without following any. Throws `FailedRequest` where a redirect is not followed.
 */
export async function followRedirects(
  url: URL,
  { method, circumstances }: { readonly method: string; readonly circumstances: Circumstances },
  send: (url: URL) => Promise<Response>,
): Promise<Response> {
  let target = url;
  for (let hop = 0; ; hop++) {
    const response = await send(target);
    const opaque = response.type === 'opaqueredirect';
    if (!opaque && (response.status < 300 || response.status > 399)) {
      return response;
    }
    response.body?.cancel().catch(() => undefined);
    const location = response.headers.get('location');
    const next = location === null ? null : URL.parse(location, target);
    const keepsMethod = method === 'GET' || response.status === 307 || response.status === 308;
    if (next?.origin !== url.origin || !keepsMethod || hop === mostRedirects) {
      throw failure('redirected', circumstances, {
        repeatable: false,
        ...(!opaque && { status: response.status }),
        ...(next && { detail: circumstances.redact(next.href) }),
      });
    }
    target = next;
  }
}
