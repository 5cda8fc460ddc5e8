import { addCallback } from './callback';
import type { OpenDocument } from './document';
import { withMemory, type Pdfium, type Pointer } from './pdfium';

/** A PDF of these one-based pages alone; it is not encrypted. Undefined where they can't be copied. */
export function copyPages(
  { pdfium, document }: OpenDocument,
  pages: readonly number[],
  onStep: () => void,
): Uint8Array | undefined {
  const copy = pdfium._FPDF_CreateNewDocument();
  try {
    const isCopied = withMemory(pdfium, 4 * pages.length, (indexes) => {
      pdfium.HEAP32.set(
        pages.map((page) => page - 1),
        indexes >> 2,
      );
      return pdfium._FPDF_ImportPagesByIndex(copy, document, indexes, pages.length, 0) !== 0;
    });
    return isCopied ? save(pdfium, copy, onStep) : undefined;
  } finally {
    pdfium._FPDF_CloseDocument(copy);
  }
}

function save(pdfium: Pdfium, document: Pointer, onStep: () => void): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  const writeBlock = addCallback(pdfium, 3, (_writer, start = 0, byteLength = 0) => {
    pieces.push(pdfium.HEAPU8.slice(start, start + byteLength));
    onStep();
    return 1;
  });
  // FPDF_FILEWRITE of fpdf_save.h: version and callback.
  return withMemory(pdfium, 8, (writer) => {
    pdfium.HEAP32.set([1, writeBlock], writer >> 2);
    return pdfium._FPDF_SaveAsCopy(document, writer, 0) ? new Uint8Array(Buffer.concat(pieces)) : undefined;
  });
}
