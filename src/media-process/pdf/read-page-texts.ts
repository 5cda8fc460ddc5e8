import { t } from '@vscode/l10n';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { forEachPage, withPdf } from './with-pdf';

/** The text that each page holds. */
export function readPageTexts(input: LoadedInput<'readPageTexts'>, context: TaskContext): Promise<readonly string[]> {
  return withPdf(input, context, (pdf) =>
    forEachPage(input.pages, pdf, {
      context,
      work: async (page) => (await pdf.ask('text', { page }, t('Reading page {0}', page))) ?? '',
    }),
  );
}
