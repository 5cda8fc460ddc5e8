/**
 * How many milliseconds the server asks to wait: `retry-after-ms` (OpenAI, Azure), or `Retry-After` in seconds or as a
 * date (RFC 9110, section 10.2.3).
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) {
    return milliseconds;
  }
  const value = headers.get('retry-after')?.trim();
  if (!value) {
    return undefined;
  }
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, Math.ceil(wait));
}
