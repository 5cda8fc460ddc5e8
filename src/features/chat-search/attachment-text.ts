import { asShown } from '../../attachments/image/edited-picture';
import { knownText } from '../../attachments/known-text';
import type { Attachment, SentPart } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import type { BlobStore } from '../../store/blob-store';
import type { DerivedForms } from '../../store/derived-forms';
import { isString } from '../../store/guard';

export interface TextServices {
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly derived: DerivedForms;
}

/** Of a longer text its beginning is searched. */
const maxTextBytes = 1024 * 1024;
/** Pictures of one attachment that are read, such as scanned pages. */
const maxPictures = 20;

/**
 * The text of an attachment in which words are looked for: what was sent as text, what is said in it, and what was read in
 * its pictures. Undefined while there are pictures that have not been read.
 */
export async function attachmentText(attachment: Attachment, services: TextServices): Promise<string | undefined> {
  const known = await knownText(attachment, services.derived);
  const read =
    attachment.kind === 'image' && known !== undefined
      ? []
      : await Promise.all(picturesWithText(attachment).map((picture) => pictureText(picture, services.derived)));
  if (read.includes(undefined)) {
    return undefined;
  }
  const sent = await Promise.all(attachment.parts.map((part) => textOfPart(part, services)));
  return [known, ...sent, ...read].filter((text) => text !== undefined && text !== '').join('\n');
}

/** Pictures of an attachment that may hold text which is written nowhere else. */
export function picturesWithText(attachment: Attachment): readonly ImageReference[] {
  switch (attachment.kind) {
    case 'image':
      return [asShown(attachment).source];
    case 'pdf': {
      const scanned = new Set(attachment.scannedPages);
      return attachment.parts
        .flatMap((part) =>
          part.type === 'image' && part.place && 'page' in part.place && scanned.has(part.place.page)
            ? [part.blob]
            : [],
        )
        .slice(0, maxPictures);
    }
    case 'audio':
    case 'video':
    case 'document':
    case 'text':
    case 'link':
      return [];
  }
}

/** What was read in a picture; empty where nothing was found, undefined where it was not read yet. */
export async function pictureText(picture: ImageReference, derived: DerivedForms): Promise<string | undefined> {
  return await derived.get(pictureTextKey(picture), isString);
}

/** Other than what is sent as a picture's text, this may be empty. */
export function pictureTextKey({ sha256 }: ImageReference) {
  return { source: sha256, form: 'textInPicture' };
}

async function textOfPart(part: SentPart, { blobs }: TextServices): Promise<string> {
  if (part.type !== 'text' || part.isNote || part.blob.byteLength > maxTextBytes) {
    return '';
  }
  // What is gone can't be searched, and says so where it is opened.
  const bytes = await blobs.get(part.blob.sha256).catch(() => new Uint8Array());
  return new TextDecoder().decode(bytes);
}
