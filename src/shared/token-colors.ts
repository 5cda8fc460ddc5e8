/** What a piece of code is, as far as highlighting tells. */
export const tokenKinds = [
  'comment',
  'keyword',
  'string',
  'number',
  'constant',
  'builtIn',
  'type',
  'function',
  'variable',
  'property',
  'tag',
  'attribute',
  'annotation',
  'regexp',
  'escape',
  'inserted',
  'deleted',
  'heading',
  'emphasis',
  'strong',
  'link',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** How a colour theme shows a kind of token; what is left out is as other text. */
export interface TokenStyle {
  /** `#rgb`, `#rgba`, `#rrggbb` or `#rrggbbaa`. */
  readonly color?: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

export type TokenColors = Readonly<Partial<Record<TokenKind, TokenStyle>>>;
