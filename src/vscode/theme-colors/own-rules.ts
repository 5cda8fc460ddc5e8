import { field, readRules, type ThemeRule } from './theme-rule';

/** The scopes behind the simple names of `editor.tokenColorCustomizations`. */
const simple: Readonly<Record<string, readonly string[]>> = {
  comments: ['comment'],
  strings: ['string', 'meta.embedded.assembly'],
  keywords: ['keyword', 'keyword.control', 'storage', 'storage.type'],
  numbers: ['constant.numeric'],
  types: ['entity.name.type', 'entity.name.class', 'support.type', 'support.class'],
  functions: ['entity.name.function', 'support.function'],
  variables: ['variable', 'variable.other.readwrite', 'entity.name.variable'],
};

/**
 * The person's own rules in `editor.tokenColorCustomizations`: those for all themes, then those for the theme of this name.
 *
 * @param value what the setting holds
 */
export function ownRules(value: unknown, theme: string): readonly ThemeRule[] {
  return [...rulesIn(value), ...rulesIn(field(value, `[${theme}]`))];
}

function rulesIn(value: unknown): readonly ThemeRule[] {
  const named = Object.entries(simple).map(([name, scope]) => {
    const given = field(value, name);
    return { scope, settings: typeof given === 'string' ? { foreground: given } : given };
  });
  return [...readRules(named), ...readRules(field(value, 'textMateRules'))];
}
