import { CachedPdf } from '../pdf/cached-pdf';
import type { PageText } from '../pdf/page-text';
import { recognizePages } from '../pdf/recognize-pages';
import type { SearchContext } from './search-attachment';
import type { Searched } from './searched';

/** The text of pages of a PDF, in whatever form they are sent; of scanned ones as it is read on this machine. */
export async function pageTexts(
  { pdf, pages }: Pick<Extract<Searched, { readonly type: 'pages' }>, 'pdf' | 'pages'>,
  context: SearchContext,
): Promise<readonly PageText[]> {
  const texts = await new CachedPdf(pdf, context).texts(pages);
  const scanned = new Set(pdf.scannedPages);
  const recognized = await recognizePages(
    pdf,
    pages.filter((page) => scanned.has(page)),
    context,
  );
  return pages.map((page, index): PageText => {
    const read = recognized.get(page);
    return read === undefined ? { page, text: texts[index] ?? '' } : { page, text: read, note: 'recognized' };
  });
}
