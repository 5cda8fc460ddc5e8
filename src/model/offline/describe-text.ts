import { t } from '@vscode/l10n';
import { counted } from './counted';
import { escapeMarkdown, fence } from './markdown';
import type { AttachedText } from './read-request';

/** Lines shown of what is in a document. */
const MAX_LINES = 40;

/** What documents are turned into. Of code, the person has the text itself. */
const documentLanguages: ReadonlySet<string> = new Set(['', 'plaintext', 'text', 'markdown', 'csv']);

/** An attached text's facts, and how a document begins, as markdown. */
export function describeText({ label, languageId, text }: AttachedText): string {
  const all = text === '' ? [] : text.split(/\r\n|\r|\n/);
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  const facts = [
    languageId === '' || languageId === 'plaintext' ? t('text') : languageId,
    counted(all.length, 'line'),
    counted(words, 'word'),
  ];
  const heading = `**${escapeMarkdown(label)}** (${facts.join(', ')})`;
  if (!documentLanguages.has(languageId) || text.trim() === '') {
    return heading;
  }
  const beginning = fence(all.slice(0, MAX_LINES).join('\n'), 'text');
  const rest = all.length - MAX_LINES;
  return [
    heading,
    beginning,
    ...(rest === 1 ? [t('1 more line follows.')] : rest > 1 ? [t('{0} more lines follow.', rest)] : []),
  ].join('\n\n');
}
