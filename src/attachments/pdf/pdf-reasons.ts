import { t } from '@vscode/l10n';
import { formatPageRange } from '../../shared/parse-page-range';
import type { PdfForm } from './choose-form';

// Why what is sent is sent, as sentences for the person.

export function fileReason(
  pages: readonly number[],
  { pageCount, isEncrypted }: { readonly pageCount: number; readonly isEncrypted: boolean | undefined },
): string {
  if (pages.length < pageCount) {
    return t('The model reads PDF files itself: it gets a copy of {0}.', pagesOf(pages, pageCount));
  }
  return isEncrypted
    ? t('The model reads PDF files itself: it gets the whole file, without its encryption.')
    : t('The model reads PDF files itself: it gets the whole file.');
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
    return [
      sent.length === 1
        ? t('A picture of {0} is sent.', pagesOf(sent, pageCount))
        : t('Pictures of {0} are sent.', pagesOf(sent, pageCount)),
    ];
  }
  return [textReason(pagesOf(sent, pageCount), pictures), ...(recognized.length === 0 ? [] : [scanReason(recognized)])];
}

function textReason(sent: string, pictures: readonly number[]): string {
  if (pictures.length === 0) {
    return t('The text of {0} is sent.', sent);
  }
  return pictures.length === 1
    ? t('The text of {0} is sent, with a picture of {1}, where not all is text.', sent, named(pictures))
    : t('The text of {0} is sent, with pictures of {1}, where not all is text.', sent, named(pictures));
}

function scanReason(pages: readonly number[]): string {
  const which = capitalized(named(pages));
  return pages.length === 1
    ? t('{0} is a scan: its text is read on this machine, which can make mistakes.', which)
    : t('{0} are scans: their text is read on this machine, which can make mistakes.', which);
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
  const what =
    form === 'text'
      ? t('the text of at most {0} scans is read at once', limit)
      : t('at most {0} pictures are sent at once', limit);
  const remedy = isChosen ? t('Choose fewer pages at a time.') : t('Choose the pages that you want to ask about.');
  return [
    ...(leftOut.length === 0
      ? []
      : [
          leftOut.length === 1
            ? t('{0} is left out: {1}. {2}', capitalized(named(leftOut)), what, remedy)
            : t('{0} are left out: {1}. {2}', capitalized(named(leftOut)), what, remedy),
        ]),
    ...(withoutPicture.length === 0
      ? []
      : [
          t(
            'Of {0} only the text is sent, though not all there is text: {1}. {2}',
            named(withoutPicture),
            what,
            remedy,
          ),
        ]),
  ];
}

export function damageReasons(pages: readonly number[]): readonly string[] {
  return pages.length === 0
    ? []
    : [
        pages.length === 1
          ? t('{0} is damaged and left out.', capitalized(named(pages)))
          : t('{0} are damaged and left out.', capitalized(named(pages))),
      ];
}

export function undrawnReason(pages: readonly number[]): readonly string[] {
  return pages.length === 0 ? [] : [t("{0} can't be drawn, so no picture is sent.", capitalized(named(pages)))];
}

/** "all 12 pages", "pages 1-3, 8 of 12", "its one page". */
function pagesOf(pages: readonly number[], pageCount: number): string {
  if (pages.length === pageCount) {
    return pageCount === 1 ? t('its one page') : t('all {0} pages', pageCount);
  }
  return t('{0} of {1}', named(pages), pageCount);
}

function named(pages: readonly number[]): string {
  return pages.length === 1 ? t('page {0}', formatPageRange(pages)) : t('pages {0}', formatPageRange(pages));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
