/** One of a theme's rules for tokens, as TextMate defines them (https://macromates.com/manual/en/scope_selectors). */
export interface ThemeRule {
  /** Selectors; a rule without any is for all text. */
  readonly scopes: readonly string[];
  readonly foreground?: string;
  /** Words such as `italic bold`; an empty text takes away what other rules gave. */
  readonly fontStyle?: string;
}

/** Reads the rules of a theme's `tokenColors`, or of `textMateRules` in settings; what is none is left out. */
export function readRules(value: unknown): readonly ThemeRule[] {
  return Array.isArray(value) ? value.flatMap(readRule) : [];
}

function readRule(value: unknown): readonly ThemeRule[] {
  const settings = field(value, 'settings');
  if (typeof settings !== 'object') {
    return [];
  }
  const scope = field(value, 'scope');
  const list: readonly unknown[] = Array.isArray(scope) ? scope : [scope];
  const scopes = list
    .flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const foreground = field(settings, 'foreground');
  const fontStyle = field(settings, 'fontStyle');
  return [
    {
      scopes,
      ...(isColor(foreground) && { foreground }),
      ...(typeof fontStyle === 'string' && { fontStyle }),
    },
  ];
}

/** What a theme says becomes part of a style sheet: nothing but a colour may pass. */
function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value);
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
