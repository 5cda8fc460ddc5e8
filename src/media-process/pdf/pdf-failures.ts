import { t } from '@vscode/l10n';
import { MAX_PDF_PAGES } from '../../shared/limits';
import { MediaError } from '../media-service';
import type { PdfRefusal } from './pdf-requests';

// Each sentence says what is wrong with the document and what to do. Its name is put before it by who knows it.

export function emptyPdf(): MediaError {
  return new MediaError('empty', t('It holds no bytes. Save it again and attach it once more.'));
}

/** What the engine says of a document that it does not open. */
export function refusedPdf(why: PdfRefusal, { hadPassword }: { readonly hadPassword: boolean }): MediaError {
  switch (why) {
    case 'password':
      return hadPassword
        ? new MediaError('passwordWrong', t('This password does not open it. Type it again; capital letters count.'))
        : new MediaError('passwordNeeded', t('It is encrypted. Type its password to attach it.'));
    case 'security':
      return new MediaError(
        'unsupportedFormat',
        t(
          "It is protected by a certificate or a rights service, which can't be opened here. Open it in the program that can, print it to a new PDF and attach that.",
        ),
      );
    case 'damaged':
      return new MediaError(
        'corrupt',
        t(
          "It is damaged and can't be opened. Download it again; if that does not help, print it to a new PDF in a viewer that opens it and attach that.",
        ),
      );
    case 'memory':
      return outOfMemory();
  }
}

export function withoutPages(): MediaError {
  return new MediaError('corrupt', t('It has no pages. Save or download it again and attach that.'));
}

export function tooManyPages(pageCount: number): MediaError {
  return new MediaError(
    'tooManyPages',
    t(
      'It has {0} pages and at most {1} are read. Save the pages that you want to ask about as a PDF and attach that.',
      pageCount,
      MAX_PDF_PAGES,
    ),
  );
}

export function missingPage(page: number): MediaError {
  return new MediaError('outside', t('It has no page {0}. Choose pages that it has.', page));
}

export function damagedPage(page: number): MediaError {
  return new MediaError(
    'corrupt',
    t('Its page {0} is damaged and can\'t be drawn. Choose other pages, as in "1-3, 8".', page),
  );
}

export function damagedPages(): MediaError {
  return new MediaError(
    'corrupt',
    t("The chosen pages can't be taken out of it because it is damaged. Send it as text or as pictures of its pages."),
  );
}

export function slowPdf(doing: string, seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    t(
      '{0} was stopped because it made no progress for {1} seconds. Choose other pages, or attach a screenshot of what you want to ask about.',
      doing,
      seconds,
    ),
  );
}

export function endlessPdf(doing: string, seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    t(
      '{0} was stopped after {1} seconds. Choose other pages, or attach a screenshot of what you want to ask about.',
      doing,
      seconds,
    ),
  );
}

export function outOfMemory(): MediaError {
  return new MediaError(
    'tooManyBytes',
    t('It needs more memory than a document may take. Choose fewer pages, or print it to a new PDF and attach that.'),
  );
}

export function crashedPdf(doing: string): MediaError {
  return new MediaError(
    'corrupt',
    t(
      "{0} failed: it is damaged in a way that can't be repaired. Choose other pages, or print it to a new PDF in a viewer that opens it and attach that.",
      doing,
    ),
  );
}
