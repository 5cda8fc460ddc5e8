import { t } from '@vscode/l10n';
import type { ParameterKind } from '../../src/shared/parameter-specs';

/** How a value stands in its field. */
export function parameterText(value: unknown, type: ParameterKind): string {
  if (value === undefined || value === null) {
    return '';
  }
  switch (type.kind) {
    case 'texts':
      return (Array.isArray(value) ? value : [value]).map((text) => escapeLine(plain(text))).join('\n');
    case 'json':
      return typeof value === 'string' && isBareWord(value) ? value : JSON.stringify(value, undefined, 2);
    case 'number':
    case 'integer':
    case 'boolean':
    case 'choice':
    case 'text':
      return plain(value);
  }
}

export type ParsedParameter = { readonly value: unknown } | { readonly problem: string };

/** What a field holds; whether the parameter may have that value is another question. */
export function parseParameter(text: string, type: ParameterKind): ParsedParameter {
  switch (type.kind) {
    case 'number':
    case 'integer':
      return Number.isNaN(Number(text)) ? { problem: t('Enter a number.') } : { value: Number(text) };
    case 'boolean':
      return { value: text === 'true' };
    case 'choice':
    case 'text':
      return { value: text };
    case 'texts':
      return { value: text.split('\n').filter(Boolean).map(unescapeLine) };
    case 'json':
      return parseJson(text);
  }
}

function parseJson(text: string): ParsedParameter {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const bare = text.trim();
    return isBareWord(bare) ? { value: bare } : { problem: t('This is not JSON: {0}.', messageOf(error)) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A word that JSON would want in quotes and nobody else misses them: `auto`. */
function isBareWord(text: string): boolean {
  return /^[a-z_]+$/.test(text) && !['true', 'false', 'null'].includes(text);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const unescapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };

/** A text that may hold line breaks, on one line. */
function escapeLine(text: string): string {
  return text.replace(/[\\\n\t\r]/g, (letter) => escapes[letter] ?? letter);
}

function unescapeLine(line: string): string {
  return line.replace(/\\([ntr\\])/g, (whole, letter: string) => unescapes[letter] ?? whole);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
