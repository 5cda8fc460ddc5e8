import { t } from '@vscode/l10n';
import type { Attachment } from '../shared/attachment/attachment';
import { AttachmentError } from './attachment-error';
import type { PrepareContext } from './attachment-services';
import { readAudio } from './audio/read-audio';
import { readDocument } from './document/read-document';
import { readImage } from './image/read-image';
import { isCompressed, isForeignPicture } from './binary-name';
import type { NewAttachment } from './new-attachment';
import { readPdf } from './pdf/read-pdf';
import { sniff, type SniffedFile } from './sniff';
import type { StoredFile } from './stored-file';
import { readText } from './text/read-text';
import { readVideo } from './video/read-video';

/** Finds out what a file is and stores it; nothing is made to be sent yet. Throws `AttachmentError`, or the signal's reason. */
export async function readAttachment(file: NewAttachment, context: PrepareContext): Promise<Attachment> {
  const sniffed = sniff(file.bytes, file.name);
  // What an editor shows as text is meant as text: SVG is both.
  if (sniffed.kind === 'image' && file.languageId !== undefined) {
    return await readText(file, 'utf-8', context);
  }
  switch (sniffed.kind) {
    case 'text':
      return await readText(file, sniffed.encoding, context);
    case 'empty':
      throw new AttachmentError('empty', file.name, t('It is empty. Save something in it and attach it again.'));
    case 'other':
      throw unsupported(file.name, sniffed.name);
    case 'image':
    case 'pdf':
    case 'audio':
    case 'video':
    case 'document':
      return await readMedia(file, sniffed, context);
  }
}

type MediaFile = Extract<SniffedFile, { readonly mediaType: string }>;

async function readMedia(file: NewAttachment, sniffed: MediaFile, context: PrepareContext): Promise<Attachment> {
  const source = await context.blobs.put(file.bytes, sniffed.mediaType);
  const stored: StoredFile = { id: context.id, file, source };
  switch (sniffed.kind) {
    case 'image':
      return await readImage(stored, context);
    case 'pdf':
      return await readPdf(stored, context);
    case 'audio':
      return await readAudio(stored, context);
    case 'video':
      return await readVideo(stored, context);
    case 'document':
      return await readDocument(stored, context);
  }
}

function unsupported(fileName: string, what: string): AttachmentError {
  return new AttachmentError('unsupportedFormat', fileName, t('It is {0}. {1}', what, remedy(what)));
}

function remedy(what: string): string {
  if (isCompressed(what)) {
    return t('Unpack it and attach what is inside.');
  }
  return isForeignPicture(what)
    ? t('Save it as PNG or JPEG and attach that.')
    : t('Attach a picture, a PDF, a recording, a video, an office document, a text file, or a screenshot of it.');
}
