import { language } from './language';

/** `a`, `a and b`, `a, b and c`. */
export function listOf(names: Iterable<string>): string {
  return format('conjunction').format(names);
}

/** `a`, `a or b`, `a, b or c`. */
export function choiceOf(names: Iterable<string>): string {
  return format('disjunction').format(names);
}

function format(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  // Only British English has no comma before the last name.
  return new Intl.ListFormat(language() === 'en' ? 'en-GB' : language(), { type });
}
