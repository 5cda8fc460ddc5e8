import { MAX_PDF_PAGES } from '../../shared/limits';
import { MediaError } from '../media-service';
import type { PdfRefusal } from './pdf-requests';

// Each sentence says what is wrong with the document and what to do. Its name is put before it by who knows it.

export function emptyPdf(): MediaError {
  return new MediaError('empty', 'It holds no bytes. Save it again and attach it once more.');
}

/** What the engine says of a document that it does not open. */
export function refusedPdf(why: PdfRefusal, { hadPassword }: { readonly hadPassword: boolean }): MediaError {
  switch (why) {
    case 'password':
      return hadPassword
        ? new MediaError('passwordWrong', 'This password does not open it. Type it again; capital letters count.')
        : new MediaError('passwordNeeded', 'It is encrypted. Type its password to attach it.');
    case 'security':
      return new MediaError(
        'unsupportedFormat',
        "It is protected by a certificate or a rights service, which can't be opened here. Open it in the program that can, print it to a new PDF and attach that.",
      );
    case 'damaged':
      return new MediaError(
        'corrupt',
        "It is damaged and can't be opened. Download it again; if that does not help, print it to a new PDF in a viewer that opens it and attach that.",
      );
    case 'memory':
      return outOfMemory();
  }
}

export function withoutPages(): MediaError {
  return new MediaError('corrupt', 'It has no pages. Save or download it again and attach that.');
}

export function tooManyPages(pageCount: number): MediaError {
  return new MediaError(
    'tooManyPages',
    `It has ${pageCount} pages and at most ${MAX_PDF_PAGES} are read. Save the pages that you want to ask about as a PDF and attach that.`,
  );
}

export function missingPage(page: number): MediaError {
  return new MediaError('outside', `It has no page ${page}. Choose pages that it has.`);
}

export function damagedPage(page: number): MediaError {
  return new MediaError(
    'corrupt',
    `Its page ${page} is damaged and can't be drawn. Choose other pages, as in "1-3, 8".`,
  );
}

export function damagedPages(): MediaError {
  return new MediaError(
    'corrupt',
    "The chosen pages can't be taken out of it because it is damaged. Send it as text or as pictures of its pages.",
  );
}

export function slowPdf(doing: string, seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    `${doing} was stopped because it made no progress for ${seconds} seconds. Choose other pages, or attach a screenshot of what you want to ask about.`,
  );
}

export function endlessPdf(doing: string, seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    `${doing} was stopped after ${seconds} seconds. Choose other pages, or attach a screenshot of what you want to ask about.`,
  );
}

export function outOfMemory(): MediaError {
  return new MediaError(
    'tooManyBytes',
    'It needs more memory than a document may take. Choose fewer pages, or print it to a new PDF and attach that.',
  );
}

export function crashedPdf(doing: string): MediaError {
  return new MediaError(
    'corrupt',
    `${doing} failed: it is damaged in a way that can't be repaired. Choose other pages, or print it to a new PDF in a viewer that opens it and attach that.`,
  );
}
