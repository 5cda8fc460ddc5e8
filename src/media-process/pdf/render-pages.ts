import { t } from '@vscode/l10n';
import { encodeSmallest } from '../image/encode-smallest';
import type { EncodedImage } from '../media-service';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { drawnSize } from './drawn-size';
import { damagedPage } from './pdf-failures';
import { forEachPage, withPdf } from './with-pdf';

/** A picture of each page, with its annotations and filled-in forms. */
export function renderPages(input: LoadedInput<'renderPages'>, context: TaskContext): Promise<readonly EncodedImage[]> {
  const { pages, plan } = input;
  return withPdf(input, context, (pdf) =>
    forEachPage(pages, pdf, {
      context,
      work: async (page) => {
        const points = await pdf.ask('size', { page }, t('Reading page {0}', page));
        const size = points && drawnSize(points, plan);
        const data = size && (await pdf.ask('draw', { page, size }, t('Drawing page {0}', page)));
        if (!data) {
          throw damagedPage(page);
        }
        return await encodeSmallest({ ...size, data, channels: 3 }, plan.formats);
      },
    }),
  );
}
