import { withMemory, type Pdfium, type Pointer } from './pdfium';
import type { PdfRefusal } from '../pdf-requests';

/** A document that is open. */
export interface OpenDocument {
  readonly pdfium: Pdfium;
  readonly document: Pointer;
  readonly pageCount: number;
  readonly isEncrypted: boolean;
}

/** `FPDF_ERR_…` of fpdfview.h. */
const passwordError = 4;
const securityError = 5;

/** What `FPDF_GetSecurityHandlerRevision` says where there is no encryption. */
const noSecurity = -1;

export function openDocument(
  pdfium: Pdfium,
  { bytes, password }: { readonly bytes: Uint8Array; readonly password?: string },
): OpenDocument | PdfRefusal {
  // PDFium reads from these bytes as long as the document is open.
  const pointer = pdfium._malloc(bytes.byteLength);
  if (pointer === 0) {
    return 'memory';
  }
  pdfium.HEAPU8.set(bytes, pointer);
  const secret = new TextEncoder().encode(`${password ?? ''}\0`);
  const document = withMemory(pdfium, secret.byteLength, (secretPointer) => {
    pdfium.HEAPU8.set(secret, secretPointer);
    return pdfium._FPDF_LoadMemDocument(pointer, bytes.byteLength, secretPointer);
  });
  if (document === 0) {
    const error = pdfium._FPDF_GetLastError();
    return error === passwordError ? 'password' : error === securityError ? 'security' : 'damaged';
  }
  return {
    pdfium,
    document,
    pageCount: pdfium._FPDF_GetPageCount(document),
    isEncrypted: pdfium._FPDF_GetSecurityHandlerRevision(document) !== noSecurity,
  };
}

/** Opens a page by its one-based number; `broken` stands for one that can't be opened. */
export function withPage<T>(
  { pdfium, document }: OpenDocument,
  number: number,
  broken: T,
  work: (page: Pointer) => T,
): T {
  const page = pdfium._FPDF_LoadPage(document, number - 1);
  if (page === 0) {
    return broken;
  }
  try {
    return work(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

/** Points, upright. */
export function pageSize(
  { pdfium, document }: OpenDocument,
  number: number,
): { readonly width: number; readonly height: number } {
  return withMemory(pdfium, 16, (pointer) => {
    pdfium._FPDF_GetPageSizeByIndex(document, number - 1, pointer, pointer + 8);
    const [width, height] = [pdfium.HEAPF64[pointer >> 3], pdfium.HEAPF64[(pointer >> 3) + 1]];
    return { width: saneLength(width), height: saneLength(height) };
  });
}

/** A damaged page may claim anything; that of US Letter's width stands for what is no length. */
function saneLength(points: number | undefined): number {
  return points !== undefined && Number.isFinite(points) && points >= 1 ? points : 612;
}
