/**
 * How many milliseconds the server asks to wait: `retry-after-ms` (OpenAI, Azure), or `Retry-After` in seconds or as a
 * date (RFC 9110, section 10.2.3). Undefined where that is no time or none to come: asked again at once, a server that
 * says so would fall over for good.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms'));
  if (milliseconds > 0) {
    return milliseconds;
  }
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = Number(value);
  const wait = Math.ceil(Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000);
  return wait > 0 ? wait : undefined;
}
