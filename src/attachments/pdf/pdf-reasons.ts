import { formatPageRange } from '../../shared/parse-page-range';
import type { PdfForm } from './choose-form';

// Why what is sent is sent, as sentences for the person.

export function fileReason(
  pages: readonly number[],
  { pageCount, isEncrypted }: { readonly pageCount: number; readonly isEncrypted: boolean | undefined },
): string {
  const who = 'The model reads PDF files itself: it gets';
  if (pages.length < pageCount) {
    return `${who} a copy of ${pagesOf(pages, pageCount)}.`;
  }
  return `${who} the whole file${isEncrypted ? ', without its encryption' : ''}.`;
}

interface SentPages {
  readonly form: PdfForm;
  readonly sent: readonly number[];
  readonly pictures: readonly number[];
  readonly recognized: readonly number[];
  readonly pageCount: number;
}

export function sentReasons({ form, sent, pictures, recognized, pageCount }: SentPages): readonly string[] {
  if (sent.length === 0) {
    return [];
  }
  if (form === 'pages') {
    const [subject, verb] = sent.length === 1 ? ['A picture', 'is'] : ['Pictures', 'are'];
    return [`${subject} of ${pagesOf(sent, pageCount)} ${verb} sent.`];
  }
  const text = `The text of ${pagesOf(sent, pageCount)} is sent`;
  const what = pictures.length === 1 ? 'a picture' : 'pictures';
  const pictured = pictures.length === 0 ? '' : `, with ${what} of ${named(pictures)}, where not all is text`;
  const scans =
    recognized.length === 1
      ? ' is a scan: its text is read on this machine, which can make mistakes.'
      : ' are scans: their text is read on this machine, which can make mistakes.';
  return [`${text}${pictured}.`, ...(recognized.length === 0 ? [] : [`${capitalized(named(recognized))}${scans}`])];
}

interface PagesBeyond {
  readonly form: PdfForm;
  /** Pictures that there may be. */
  readonly limit: number;
  /** Pages of which nothing is sent. */
  readonly leftOut: readonly number[];
  /** Pages of which only the text is sent. */
  readonly withoutPicture: readonly number[];
  /** The person chose the pages. */
  readonly isChosen: boolean;
}

export function limitReasons({ form, limit, leftOut, withoutPicture, isChosen }: PagesBeyond): readonly string[] {
  const what = form === 'text' ? `the text of at most ${limit} scans is read` : `at most ${limit} pictures are sent`;
  const remedy = isChosen ? 'Choose fewer pages at a time.' : 'Choose the pages that you want to ask about.';
  return [
    ...(leftOut.length === 0
      ? []
      : [`${capitalized(named(leftOut))} ${leftOut.length === 1 ? 'is' : 'are'} left out: ${what} at once. ${remedy}`]),
    ...(withoutPicture.length === 0
      ? []
      : [
          `Of ${named(withoutPicture)} only the text is sent, though not all there is text: ${what} at once. ${remedy}`,
        ]),
  ];
}

export function damageReasons(pages: readonly number[]): readonly string[] {
  return pages.length === 0
    ? []
    : [`${capitalized(named(pages))} ${pages.length === 1 ? 'is damaged and' : 'are damaged and'} left out.`];
}

export function undrawnReason(pages: readonly number[]): readonly string[] {
  return pages.length === 0 ? [] : [`${capitalized(named(pages))} can't be drawn, so no picture is sent.`];
}

/** "all 12 pages", "pages 1-3, 8 of 12", "its one page". */
function pagesOf(pages: readonly number[], pageCount: number): string {
  if (pages.length === pageCount) {
    return pageCount === 1 ? 'its one page' : `all ${pageCount} pages`;
  }
  return `${named(pages)} of ${pageCount}`;
}

function named(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${formatPageRange(pages)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
