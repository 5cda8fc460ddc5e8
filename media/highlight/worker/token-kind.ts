import type { TokenKind } from '../../../src/shared/token-colors';

/**
 * The scopes of highlight.js (https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html), the longest name
 * of which decides. `undefined`: shown as other text, also inside of something that is not.
 */
const kinds: Readonly<Record<string, TokenKind | undefined>> = {
  keyword: 'keyword',
  built_in: 'builtIn',
  type: 'type',
  literal: 'constant',
  number: 'number',
  operator: undefined,
  punctuation: undefined,
  property: 'property',
  regexp: 'regexp',
  string: 'string',
  'char.escape': 'escape',
  subst: undefined,
  symbol: 'constant',
  variable: 'variable',
  'variable.language': 'constant',
  'variable.constant': 'constant',
  title: 'function',
  'title.class': 'type',
  params: undefined,
  comment: 'comment',
  doctag: 'annotation',
  meta: 'annotation',
  'meta.prompt': 'comment',
  section: 'heading',
  tag: undefined,
  name: 'tag',
  attr: 'property',
  attribute: 'property',
  bullet: 'keyword',
  code: 'string',
  emphasis: 'emphasis',
  strong: 'strong',
  formula: 'string',
  link: 'link',
  quote: 'comment',
  'selector-tag': 'tag',
  'selector-id': 'attribute',
  'selector-class': 'attribute',
  'selector-attr': 'attribute',
  'selector-pseudo': 'attribute',
  'template-tag': 'keyword',
  'template-variable': 'variable',
  addition: 'inserted',
  deletion: 'deleted',
};

/**
 * @param outer the kind of what the scope stands in, which holds for scopes that say nothing
 */
export function tokenKind(scope: string, outer: TokenKind | undefined): TokenKind | undefined {
  const parts = scope.replaceAll('_', scope.includes('.') ? '' : '_').split('.');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.');
    if (name in kinds) {
      return kinds[name];
    }
  }
  return outer;
}
