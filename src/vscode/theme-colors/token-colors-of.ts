import { tokenKinds, type TokenColors, type TokenKind, type TokenStyle } from '../../shared/token-colors';
import type { ThemeRule } from './theme-rule';

/** What each kind is called in grammars of VS Code, the best name first. */
const scopes: Readonly<Record<TokenKind, readonly string[]>> = {
  comment: ['comment.line', 'comment'],
  keyword: ['keyword.control', 'storage.type', 'keyword'],
  string: ['string.quoted', 'string'],
  number: ['constant.numeric'],
  constant: ['constant.language', 'variable.language'],
  builtIn: ['support.function', 'entity.name.function'],
  type: ['entity.name.type', 'entity.name.class', 'support.type'],
  function: ['entity.name.function'],
  variable: ['variable.other.readwrite', 'variable'],
  property: ['support.type.property-name', 'variable.other.property', 'variable'],
  tag: ['entity.name.tag'],
  attribute: ['entity.other.attribute-name'],
  annotation: ['meta.preprocessor', 'entity.name.function.decorator', 'entity.name.function'],
  regexp: ['string.regexp'],
  escape: ['constant.character.escape'],
  inserted: ['markup.inserted'],
  deleted: ['markup.deleted'],
  heading: ['markup.heading', 'entity.name.section'],
  emphasis: ['markup.italic'],
  strong: ['markup.bold'],
  link: ['markup.underline.link'],
};

/** How a theme shows each kind of token. Kinds that it has no rule for are left out. */
export function tokenColorsOf(rules: readonly ThemeRule[]): TokenColors {
  const styles = tokenKinds.flatMap((kind) => {
    const style = scopes[kind].map((scope) => styleOf(scope, rules)).find((found) => found !== undefined);
    return style ? [[kind, style] as const] : [];
  });
  return Object.fromEntries(styles);
}

/** The rule with the longest selector counts, and of equally long ones the last. Colour and style are found apart. */
function styleOf(scope: string, rules: readonly ThemeRule[]): TokenStyle | undefined {
  let color: { readonly value: string; readonly length: number } | undefined;
  let fontStyle: { readonly value: string; readonly length: number } | undefined;
  for (const { scopes: selectors, foreground, fontStyle: style } of rules) {
    for (const { length } of selectors.filter((selector) => matches(selector, scope))) {
      if (foreground !== undefined && length >= (color?.length ?? 0)) {
        color = { value: foreground, length };
      }
      if (style !== undefined && length >= (fontStyle?.length ?? 0)) {
        fontStyle = { value: style, length };
      }
    }
  }
  if (!color && !fontStyle) {
    return undefined;
  }
  const words = fontStyle?.value.split(/\s+/) ?? [];
  return {
    ...(color && { color: color.value }),
    ...(words.includes('italic') && { italic: true }),
    ...(words.includes('bold') && { bold: true }),
    ...(words.includes('underline') && { underline: true }),
  };
}

/** Selectors of more than one scope are for places that are not known here. */
function matches(selector: string, scope: string): boolean {
  return scope === selector || scope.startsWith(`${selector}.`);
}
