import { t } from '@vscode/l10n';
import { counted } from './counted';
import { escapeMarkdown } from './markdown';
import type { AttachedText } from './read-request';

/** An attached text's facts, as markdown. The person has the text itself. */
export function describeText({ label, languageId, text }: AttachedText): string {
  const lines = text === '' ? 0 : text.split(/\r\n|\r|\n/).length;
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  const facts = [
    languageId === '' || languageId === 'plaintext' ? t('text') : languageId,
    counted(lines, 'line'),
    counted(words, 'word'),
  ];
  return `**${escapeMarkdown(label)}** (${facts.join(', ')})`;
}
