import { MediaError, type ImagePlan, type MediaService } from '../media-process/media-service';
import type { Attachment, ImageAttachment, TextAttachment } from '../shared/attachment';
import { MAX_TEXT_BYTES } from '../shared/limits';
import type { BlobStore } from '../store/blob-store';
import { sniff, type TextEncoding } from './sniff';

/** Something to be attached, as it comes from a file, an editor, the clipboard or the screen. */
export interface NewAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** URI of the file it was read from. */
  readonly origin?: string;
  /** VS Code language identifier of a text. */
  readonly languageId?: string;
  /** One-based, inclusive, where only a part of a text is attached. */
  readonly lines?: { readonly first: number; readonly last: number };
}

export interface AttachmentServices {
  readonly media: MediaService;
  readonly blobs: BlobStore;
}

export interface CreateOptions extends AttachmentServices {
  readonly id: string;
  readonly plan: ImagePlan;
  readonly signal?: AbortSignal;
}

/** Why something can't be attached: a sentence that names it and says what to do. */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
}

/** Prepares and stores what is attached. Throws `AttachmentError`, or the signal's reason. */
export async function createAttachment(file: NewAttachment, options: CreateOptions): Promise<Attachment> {
  const sniffed = sniff(file.bytes);
  switch (sniffed.kind) {
    case 'image':
      return await createImage(file, options);
    case 'text':
      return await createText(file, sniffed.encoding, options);
    case 'empty':
      throw new AttachmentError(`"${file.name}" is empty. Save something in it and attach it again.`);
    case 'other':
      throw new AttachmentError(
        `"${file.name}" is ${sniffed.name}. Attach a PNG, JPEG, WebP, GIF or SVG picture, or a text file.`,
      );
  }
}

/** The same picture, prepared for another model. Throws `AttachmentError`, or the signal's reason. */
export async function replanImage(image: ImageAttachment, options: CreateOptions): Promise<ImageAttachment> {
  const bytes = await options.blobs.get(image.source.sha256);
  return await createImage({ ...image, bytes }, options);
}

async function createImage(
  { name, bytes, origin }: NewAttachment,
  { id, plan, media, blobs, signal }: CreateOptions,
): Promise<ImageAttachment> {
  try {
    const { source, image, thumbnail } = await media.prepareImage(bytes, plan, signal && { signal });
    const [sourceBlob, preparedBlob, thumbnailBlob] = await Promise.all([
      blobs.put(bytes, source.mediaType),
      blobs.put(image.bytes, image.mediaType),
      blobs.put(thumbnail.bytes, thumbnail.mediaType),
    ]);
    return {
      kind: 'image',
      id,
      name,
      ...(origin !== undefined && { origin }),
      source: { ...sourceBlob, width: source.width, height: source.height },
      prepared: { ...preparedBlob, width: image.width, height: image.height },
      thumbnail: { ...thumbnailBlob, width: thumbnail.width, height: thumbnail.height },
    };
  } catch (error) {
    throw error instanceof MediaError ? new AttachmentError(`"${name}" can't be attached. ${error.message}`) : error;
  }
}

async function createText(
  { name, bytes, origin, languageId = 'plaintext', lines }: NewAttachment,
  encoding: TextEncoding,
  { id, blobs }: CreateOptions,
): Promise<TextAttachment> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    throw new AttachmentError(
      `"${name}" is longer than ${MAX_TEXT_BYTES / 1024} KB of text. Open it, select the part you want to ask about, and attach the selection.`,
    );
  }
  // Decoding takes a byte order mark away: what is stored, shown and sent is plain UTF-8.
  const text = Buffer.from(new TextDecoder(encoding).decode(bytes));
  return {
    kind: 'text',
    id,
    name,
    ...(origin !== undefined && { origin }),
    source: await blobs.put(text, 'text/plain'),
    languageId,
    ...(lines && { lines }),
  };
}
