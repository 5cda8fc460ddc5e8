import type { TextAttachment } from '../../shared/attachment/attachment';
import { labelName } from '../label-name';

/** How a text file or selection reads in a question: a line that names it, then its text in a fence it can't close. */
export function attachedText(
  { name, lines, languageId }: Pick<TextAttachment, 'name' | 'lines' | 'languageId'>,
  text: string,
): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${label(name, lines)}:\n${fence}${languageId}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

function label(name: string, lines: TextAttachment['lines']): string {
  const plainName = labelName(name);
  if (!lines) {
    return plainName;
  }
  return lines.first === lines.last
    ? `${plainName}, line ${lines.first}`
    : `${plainName}, lines ${lines.first} to ${lines.last}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
}
