import { completionTriggers, type CompletionTrigger } from '../../../src/shared/completion';

/** What is typed to find something with: from its sign up to the caret. */
export interface TypedQuery {
  readonly trigger: CompletionTrigger;
  /** Without the sign. */
  readonly query: string;
  /** Where the sign stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** What is longer is no name any more. */
const maxLength = 100;

/**
 * A recipe is asked for at the very beginning; files and the rest wherever a word begins. A sign within a word, as in an
 * e-mail address, means nothing.
 */
export function findTyped(text: string, caret: number): TypedQuery | undefined {
  const before = text.slice(Math.max(0, caret - maxLength - 2), caret);
  const offset = caret - before.length;
  const recipe = offset === 0 ? /^\/(?<query>[\p{L}\d-]*)$/u.exec(before) : undefined;
  const found = recipe ?? /(?<=^|[\s([{"'])[@#](?<query>[^\s@#]*)$/.exec(before);
  const trigger = completionTriggers.find((sign) => sign === found?.[0].charAt(0));
  return found && trigger
    ? { trigger, query: found.groups?.['query'] ?? '', start: offset + found.index, end: caret }
    : undefined;
}

/** The same sign in the same place: the person goes on typing. */
export function isSamePlace(left: TypedQuery | undefined, right: TypedQuery | undefined): boolean {
  return left?.trigger === right?.trigger && left?.start === right?.start;
}
