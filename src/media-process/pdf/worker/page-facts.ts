import type { PdfPageFacts } from '../../pdf-service';
import { pageSize, withPage, type OpenDocument } from './document';
import { findFigures } from './find-figures';
import { textOf } from './page-text';
import { withMemory } from './pdfium';

/** Share of the page that pictures or drawings must take to be a figure; logos and icons take less. */
const figureShare = 0.015;

/** Share of the page that one picture takes on a scan. */
const scanShare = 0.6;

/** Characters that a scanner or a stamp adds to a scan: a date, a page number. */
const stampCharacters = 40;

/** What a page holds. One that can't be opened holds nothing and says so. */
export function pageFacts(open: OpenDocument, number: number): PdfPageFacts {
  const size = pageSize(open, number);
  const broken: PdfPageFacts = { ...size, hasText: false, hasFigures: false, isDamaged: true };
  return withPage(open, number, broken, (page) => {
    const characters = textOf(open.pdfium, page).replaceAll(/\s/g, '').length;
    const { largestImage, drawn, objectCount } = withMemory(open.pdfium, 16, (memory) =>
      findFigures(open.pdfium, page, memory),
    );
    const area = size.width * size.height;
    const isStampedScan = largestImage >= scanShare * area && characters <= stampCharacters;
    const hasText = characters > 0 && !isStampedScan;
    // Where nothing can be read, whatever there is must be looked at.
    const hasFigures = Math.max(largestImage, drawn) >= figureShare * area || (!hasText && objectCount > 0);
    return { ...size, hasText, hasFigures };
  });
}
