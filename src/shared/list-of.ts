import { t } from '@vscode/l10n';
import { language } from './language';

/** `a`, `a and b`, `a, b and c`. */
export function listOf(names: Iterable<string>): string {
  return format('conjunction').format(names);
}

/** As `listOf`; of more than four names the first three and how many others there are. */
export function shortListOf(names: readonly string[]): string {
  return listOf(names.length > 4 ? [...names.slice(0, 3), t('{0} others', names.length - 3)] : names);
}

/** `a`, `a or b`, `a, b or c`. */
export function choiceOf(names: Iterable<string>): string {
  return format('disjunction').format(names);
}

function format(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  // Only British English has no comma before the last name.
  return new Intl.ListFormat(language() === 'en' ? 'en-GB' : language(), { type });
}
