import { MediaError, type EncodedImage, type ImagePlan, type MediaService } from '../media-process/media-service';
import type { Attachment, ImageAttachment, TextAttachment } from '../shared/attachment';
import type { ImageReference } from '../shared/blob';
import { MAX_TEXT_BYTES } from '../shared/limits';
import type { BlobStore } from '../store/blob-store';
import { AttachmentError } from './attachment-error';
import { sniff } from './sniff';
import { decodeText, type TextEncoding } from './text-encoding';

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

/** Prepares and stores what is attached. Throws `AttachmentError`, or the signal's reason. */
export async function createAttachment(file: NewAttachment, options: CreateOptions): Promise<Attachment> {
  const sniffed = sniff(file.bytes);
  // What an editor shows as text is meant as text: SVG is both.
  if (sniffed.kind === 'image' && file.languageId !== undefined) {
    return await createText(file, 'utf-8', options);
  }
  switch (sniffed.kind) {
    case 'image':
      return await createImage(file, sniffed.mediaType, options);
    case 'text':
      return await createText(file, sniffed.encoding, options);
    case 'empty':
      throw new AttachmentError('empty', file.name, 'It is empty. Save something in it and attach it again.');
    case 'other':
      throw unsupported(file.name, sniffed.name);
  }
}

/** The same picture, prepared for another model. Throws `AttachmentError`, or the signal's reason. */
export async function replanImage(image: ImageAttachment, options: CreateOptions): Promise<ImageAttachment> {
  const bytes = await options.blobs.get(image.source.sha256);
  return await createImage({ ...image, bytes }, image.source.mediaType, options);
}

async function createImage(
  { name, bytes, origin }: NewAttachment,
  mediaType: string,
  { id, plan, media, blobs, signal }: CreateOptions,
): Promise<ImageAttachment> {
  const { source, image, thumbnail } = await withName(name, () =>
    media.prepareImage(bytes, plan, signal && { signal }),
  );
  const store = async (picture: EncodedImage): Promise<ImageReference> => ({
    ...(await blobs.put(picture.bytes, picture.mediaType)),
    width: picture.width,
    height: picture.height,
  });
  const [sourceReference, prepared, thumbnailReference] = await Promise.all([
    store({ bytes, mediaType, width: source.width, height: source.height }),
    store(image),
    store(thumbnail),
  ]);
  signal?.throwIfAborted();
  return {
    kind: 'image',
    id,
    name,
    ...(origin !== undefined && { origin }),
    source: sourceReference,
    prepared,
    thumbnail: thumbnailReference,
  };
}

async function createText(
  { name, bytes, origin, languageId = 'plaintext', lines }: NewAttachment,
  encoding: TextEncoding,
  { id, blobs, signal }: CreateOptions,
): Promise<TextAttachment> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    throw new AttachmentError(
      'textTooLong',
      name,
      `It has more than ${MAX_TEXT_BYTES / 1024} KB of text. Open it, select the part you want to ask about, and attach the selection.`,
    );
  }
  const text = decodeText(bytes, encoding);
  if (text === undefined) {
    throw unsupported(name, 'a binary file');
  }
  const source = await blobs.put(Buffer.from(text), 'text/plain');
  signal?.throwIfAborted();
  return {
    kind: 'text',
    id,
    name,
    ...(origin !== undefined && { origin }),
    source,
    languageId,
    ...(lines && { lines }),
  };
}

function unsupported(fileName: string, what: string): AttachmentError {
  const remedy = what.includes('compressed')
    ? 'Unpack it and attach what is inside; an .svgz drawing becomes an .svg.'
    : 'Attach a PNG, JPEG, WebP, GIF or SVG picture, a text file, or a screenshot of it.';
  return new AttachmentError('unsupportedFormat', fileName, `It is ${what}. ${remedy}`);
}

async function withName<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MediaError ? new AttachmentError(error.kind, fileName, error.message) : error;
  }
}
