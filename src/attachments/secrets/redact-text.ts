import type { SecretMatch } from '../../media-process/secret-service';

/** What stands in place of a secret. */
export const redacted = '[redacted]';

type Range = Pick<SecretMatch, 'start' | 'end'>;

/**
 * A text without what was found in it.
 *
 * @param secrets do not overlap; in any order
 * @param part    the part of the text that is returned; all of it unless given
 */
export function redactText(
  text: string,
  secrets: readonly Range[],
  part: Range = { start: 0, end: text.length },
): string {
  let result = '';
  let at = part.start;
  for (const { start, end } of secrets.toSorted((first, second) => first.start - second.start)) {
    if (start < part.end && end > at) {
      result += text.slice(at, Math.max(start, at)) + redacted;
      at = end;
    }
  }
  return result + text.slice(Math.min(at, part.end), part.end);
}
