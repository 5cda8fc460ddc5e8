/** Where a link leads. */
export interface LinkTarget {
  readonly url: string;
  /** What to tell the person before they follow it: the real host, or the mail address. */
  readonly place: string;
}

const openable = new Set(['http:', 'https:', 'mailto:']);

/**
 * Nothing when `href` may not become a link. The parsed URL decides, not its spelling: user names before an `@`,
 * backslashes and look-alike letters are resolved by the URL parser, which gives the host that is really contacted.
 */
export function linkTarget(href: string): LinkTarget | undefined {
  const url = URL.parse(href);
  if (!url || !openable.has(url.protocol)) {
    return undefined;
  }
  return { url: url.href, place: url.protocol === 'mailto:' ? url.pathname : url.host };
}

/** Whether the visible text of a link reads as a web address on another host than the one it leads to. */
export function claimsOtherHost(text: string, target: LinkTarget): boolean {
  const claimed = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?\s*$/iu.exec(text)?.[1];
  const claimedHost = claimed === undefined ? undefined : URL.parse(`https://${claimed}`)?.hostname;
  return claimedHost !== undefined && withoutWww(claimedHost) !== withoutWww(target.place.replace(/:\d+$/, ''));
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
