import { t } from '@vscode/l10n';
import { MediaError } from '../media-service';

// Each sentence says what is wrong with the document and what to do. Its name is put before it by who knows it.

export function unknownDocument(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t('It is no document that can be read here. Save it as .docx, .pptx, .xlsx or PDF and attach that.'),
  );
}

export function encryptedDocument(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t('It is encrypted. Open it, take its password away (File, Info, Protect), save a copy and attach that.'),
  );
}

/** `kind` as in "Word document", `extension` as in ".docx". */
export function oldDocument(kind: string, extension: string): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t('It is a {0} in the format of before 2007. Open it, save it as {1} and attach that.', kind, extension),
  );
}

/** `kind` as in "binary workbook (.xlsb)". */
export function saveAs(kind: string, extension: string): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t("It is a {0}, which can't be read here. Save it as {1} and attach that.", kind, extension),
  );
}

export function documentTooLarge(what: string): MediaError {
  return new MediaError(
    'tooManyBytes',
    t('It unpacks to {0}, which is more than is read. Attach a part of it, for instance as a PDF or as CSV.', what),
  );
}

export function corruptDocument(reason: string): MediaError {
  return new MediaError(
    'corrupt',
    t("It is damaged and can't be read ({0}). Open it in its program, save it again and attach that.", reason),
  );
}
