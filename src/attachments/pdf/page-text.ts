import { attachedText } from '../text/attached-text';

export interface PageText {
  /** One-based. */
  readonly page: number;
  readonly text: string;
  /** How else the page is sent, or where its text is from. */
  readonly note?: 'picture' | 'recognized';
}

/** How the text of a PDF reads in a question: a line that names it, then each page under its number. */
export function pdfText(
  { name, pageCount }: { readonly name: string; readonly pageCount: number },
  pages: readonly PageText[],
  { isCited }: { readonly isCited: boolean },
): string {
  const text = pages.map((page) => `${heading(page)}\n${page.text === '' ? '(no text)' : page.text}`).join('\n\n');
  const citing = isCited ? `, ${citeInstruction(pages[0]?.page ?? 1)}` : '';
  const count = pageCount === 1 ? '1 page' : `${pages.length} of ${pageCount} pages`;
  return attachedText({ name: `${name} (${count}${citing})`, languageId: '' }, text);
}

/** How models are asked to name pages, in a way that can be found in what they write. */
export function citeInstruction(examplePage: number): string {
  return `cite pages as "p. ${examplePage}"`;
}

function heading({ page, note }: PageText): string {
  const how = note && ({ picture: ', also as a picture', recognized: ', read from a scan' } as const)[note];
  return `[Page ${page}${how ?? ''}]`;
}
