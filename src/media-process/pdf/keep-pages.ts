import { t } from '@vscode/l10n';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { damagedPages, missingPage } from './pdf-failures';
import { withPdf } from './with-pdf';

/** A PDF of these pages alone, in their order and without encryption. */
export function keepPages(input: LoadedInput<'keepPages'>, context: TaskContext): Promise<Uint8Array> {
  const { pages } = input;
  return withPdf(input, context, async (pdf) => {
    const missing = pages.find((page) => !Number.isInteger(page) || page < 1 || page > pdf.pageCount);
    if (missing !== undefined) {
      throw missingPage(missing);
    }
    const copy = await pdf.ask('copy', { pages }, t('Taking out its pages'));
    if (!copy) {
      throw damagedPages();
    }
    return copy;
  });
}
