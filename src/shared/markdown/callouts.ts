import { t } from '@vscode/l10n';

/** Those that GitHub knows. */
const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof kinds)[number];

/**
 * What the quote that opens with this token is a callout of; undefined where it is a quote. As on GitHub, the marker stands alone
 * in the first line: https://docs.github.com/get-started/writing-on-github#alerts
 */
export function calloutKind(
  tokens: readonly { readonly type: string; readonly content: string }[],
  index: number,
): CalloutKind | undefined {
  const isQuote = tokens[index]?.type === 'blockquote_open' && tokens[index + 1]?.type === 'paragraph_open';
  const marker = isQuote ? /^\[!([a-z]+)\][ \t]*(?:\n|$)/i.exec(tokens[index + 2]?.content ?? '')?.[1] : undefined;
  return kinds.find((kind) => kind === marker?.toLowerCase());
}

/** What follows the line of the marker. */
export function withoutMarker<T extends { readonly type: string }>(tokens: readonly T[]): readonly T[] {
  const lineEnd = tokens.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  return lineEnd < 0 ? [] : tokens.slice(lineEnd + 1);
}

export function calloutTitle(kind: CalloutKind): string {
  switch (kind) {
    case 'note':
      return t('Note');
    case 'tip':
      return t('Tip');
    case 'important':
      return t('Important');
    case 'warning':
      return t('Warning');
    case 'caution':
      return t('Caution');
  }
}
