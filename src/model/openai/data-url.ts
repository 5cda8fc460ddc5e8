import type { MediaData, MediaUrl } from '../messages';
import { isStored } from '../stored-media';
import { placeholderOf } from './stored-parts';

/** Without copying the bytes first. For stored media, what stands for it until the body is sent. */
export function toBase64(media: MediaData): string {
  if (isStored(media)) {
    return placeholderOf(media);
  }
  const { buffer, byteOffset, byteLength } = media.bytes;
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

export function dataUrl(media: MediaData): string {
  return `data:${media.mediaType};base64,${toBase64(media)}`;
}

/** The URL itself, or bytes as one. */
export function mediaUrl(media: MediaData | MediaUrl): string {
  return 'url' in media ? media.url : dataUrl(media);
}
