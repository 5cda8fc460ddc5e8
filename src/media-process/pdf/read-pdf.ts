import { t } from '@vscode/l10n';
import type { PdfFacts } from '../pdf-service';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { damagedPage } from './pdf-failures';
import { forEachPage, withPdf } from './with-pdf';

/** What each page holds. */
export function readPdf(input: LoadedInput<'readPdf'>, context: TaskContext): Promise<PdfFacts> {
  return withPdf(input, context, async (pdf) => {
    const numbers = Array.from({ length: pdf.pageCount }, (_, index) => index + 1);
    const pages = await forEachPage(numbers, pdf, {
      context,
      work: async (page) => {
        const facts = await pdf.ask('facts', { page }, t('Reading page {0}', page));
        if (!facts) {
          throw damagedPage(page);
        }
        return facts;
      },
    });
    return { isEncrypted: pdf.isEncrypted, pages };
  });
}
