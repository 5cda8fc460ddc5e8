import type { Attachment, SentPart } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import { fileNameOf } from './file-name';

/** A file that goes beside an exported chat. */
export interface MediaFile {
  readonly name: string;
  readonly blob: BlobReference;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/bmp': 'bmp',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/**
 * What of an attachment is shown to others: what was sent of it, which holds no metadata, no place and nothing that was cut
 * off; its small picture where only words were sent.
 */
export function shownBlobs(attachment: Attachment): readonly BlobReference[] {
  const sent = attachment.parts.flatMap((part) => blobOf(part) ?? []);
  const hasPicture = sent.some(({ mediaType }) => mediaType.startsWith('image/'));
  return attachment.thumbnail && !hasPicture ? [attachment.thumbnail, ...sent] : sent;
}

/** `3-error-rates.png`: `number` keeps files of equal names apart. */
export function mediaFile(number: number, name: string, blob: BlobReference): MediaFile {
  const extension = extensions[blob.mediaType] ?? 'bin';
  const stem = fileNameOf(name.replace(/\.[^./\\]{1,8}$/, ''), 'file');
  return { name: `${number}-${stem}.${extension}`, blob };
}

function blobOf(part: SentPart): BlobReference | undefined {
  return part.type === 'link' || (part.type === 'text' && part.isNote) ? undefined : part.blob;
}
