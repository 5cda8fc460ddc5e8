import { t } from '@vscode/l10n';

/** Told what is wrong with a part of a setting, as a sentence that does not quote values: they may be secrets. */
export type Report = (problem: string) => void;

export type Fields = Readonly<Record<string, unknown>>;

export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of its kind; undefined when it is absent and, told to `report`, when it is something else. */
export function parseField<T>(
  fields: Fields,
  name: string,
  {
    accepts,
    must,
    report,
  }: { readonly accepts: (value: unknown) => value is T; readonly must: string; readonly report: Report },
): T | undefined {
  const value = fields[name];
  if (value === undefined || accepts(value)) {
    return value;
  }
  report(t('"{0}" must be {1}; it is ignored.', name, must));
  return undefined;
}

export function parseText(fields: Fields, name: string, report: Report): string | undefined {
  return parseField(fields, name, { accepts: isFilled, must: t('a text'), report })?.trim();
}

export function parseNumber(
  fields: Fields,
  name: string,
  { minimum, maximum, whole, report }: NumberRange & { readonly report: Report },
): number | undefined {
  return parseField(fields, name, {
    accepts: (value): value is number =>
      typeof value === 'number' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value)),
    must: whole
      ? t('a whole number from {0} to {1}', minimum, maximum)
      : t('a number from {0} to {1}', minimum, maximum),
    report,
  });
}

export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

/** Names and texts; those with a problem are left out. */
export function parseTexts(
  fields: Fields,
  name: string,
  {
    called,
    problemOf,
    report,
  }: {
    readonly called: string;
    readonly problemOf: (name: string, value: unknown) => string | undefined;
    readonly report: Report;
  },
): Readonly<Record<string, string>> | undefined {
  const value = parseField(fields, name, { accepts: isFields, must: t('an object of names and texts'), report });
  const good: Record<string, string> = {};
  for (const [key, text] of Object.entries(value ?? {})) {
    const problem = problemOf(key, text);
    if (problem === undefined && typeof text === 'string') {
      good[key] = text;
    } else {
      report(t('the {0} "{1}" {2}; it is ignored.', called, key, problem ?? t('must be a text')));
    }
  }
  return Object.keys(good).length > 0 ? good : undefined;
}
