const protocols: readonly string[] = ['http:', 'https:', 'mailto:'];

/**
 * Where a source that a server has named leads, if that is a place on the web or for mail; with everything escaped that would
 * end an address in Markdown.
 */
export function sourceAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && protocols.includes(parsed.protocol) ? parsed.href : undefined;
}
