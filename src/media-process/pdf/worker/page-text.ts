import { withPage, type OpenDocument } from './document';
import { withMemory, type Pdfium, type Pointer } from './pdfium';

/** Characters of one page that are read; a page of a dictionary has some 15,000. */
const maxCharacters = 500_000;

/** The text that a page holds, line by line; empty where it holds none. */
export function pageText(open: OpenDocument, number: number): string {
  return withPage(open, number, '', (page) => textOf(open.pdfium, page));
}

export function textOf(pdfium: Pdfium, page: Pointer): string {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) {
    return '';
  }
  try {
    const count = Math.min(maxCharacters, pdfium._FPDFText_CountChars(text));
    return count <= 0
      ? ''
      : tidy(withMemory(pdfium, 2 * (count + 1), (pointer) => utf16(pdfium, text, count, pointer)));
  } finally {
    pdfium._FPDFText_ClosePage(text);
  }
}

function utf16(pdfium: Pdfium, text: Pointer, count: number, pointer: Pointer): string {
  const written = pdfium._FPDFText_GetText(text, 0, count, pointer);
  const units = pdfium.HEAPU16.subarray(pointer >> 1, (pointer >> 1) + Math.max(0, written - 1));
  return new TextDecoder('utf-16le').decode(units);
}

/** PDFium puts U+0002 or U+FFFE where a hyphen divides a word at the end of a line. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0002\ufffe]\n?/g, '')
    .replaceAll(/[^\P{Cc}\n\t]|\uffff/gu, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
