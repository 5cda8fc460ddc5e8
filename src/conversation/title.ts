import { t } from '@vscode/l10n';
import type { Attachment } from '../shared/attachment/attachment';

const maxLength = 60;

/** Names a chat after its first question: its first line, shortened at a word, or the first attachment's name. */
export function titleOf(question: { readonly text: string; readonly attachments: readonly Attachment[] }): string {
  const lines = question.text.split(/\r\n|[\r\n]/).map((line) => line.replace(/\s+/g, ' ').trim());
  const title = lines.find((line) => line !== '') ?? question.attachments[0]?.name ?? t('New chat');
  return shorten(title);
}

function shorten(title: string): string {
  // By code points, so that no surrogate pair is cut.
  const characters = [...title];
  if (characters.length <= maxLength) {
    return title;
  }
  const head = characters.slice(0, maxLength).join('');
  const lastSpace = head.lastIndexOf(' ');
  // One very long word is cut where it must be.
  return `${lastSpace > maxLength / 3 ? head.slice(0, lastSpace) : head}…`;
}
