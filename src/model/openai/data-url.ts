import type { MediaBytes, MediaUrl } from '../messages';

/** Without copying the bytes first. */
export function toBase64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

export function dataUrl({ mediaType, bytes }: MediaBytes): string {
  return `data:${mediaType};base64,${toBase64(bytes)}`;
}

/** The URL itself, or bytes as one. */
export function mediaUrl(media: MediaBytes | MediaUrl): string {
  return 'url' in media ? media.url : dataUrl(media);
}
