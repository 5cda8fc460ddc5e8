import type { SecretMatch } from '../../media-process/secret-service';
import type { SecretFinding } from '../../shared/attachment/secrets';
import { redactText } from './redact-text';

export interface TextPlace {
  /** One-based page that the text is of. */
  readonly page?: number;
  /** One-based number of its first line; lines are not told without. */
  readonly firstLine?: number;
}

/** Characters of a line that are shown on either side. */
const shownLength = 60;

/** Where secrets stand in a text, so that the person can tell what they are; all of them are left out of what is shown. */
export function describePlaces(
  text: string,
  matches: readonly SecretMatch[],
  { page, firstLine }: TextPlace,
): readonly SecretFinding[] {
  return matches.map((match): SecretFinding => {
    const { start, end, ...secret } = match;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const found = text.indexOf('\n', end);
    const lineEnd = found < 0 ? text.length : found;
    const others = matches.filter((other) => other !== match);
    const before = redactText(text, others, { start: lineStart, end: start });
    const after = redactText(text, others, { start: end, end: lineEnd });
    return {
      ...secret,
      place: {
        type: 'text',
        ...(page !== undefined && { page }),
        ...(firstLine !== undefined && { line: firstLine + lineBreaks(text, start) }),
        before: before.trimStart().slice(-shownLength),
        after: after.trimEnd().slice(0, shownLength),
      },
    };
  });
}

function lineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
