import { createHash } from 'node:crypto';
import type { MediaData } from './messages';
import { isStored } from './stored-media';

/** Stands where media was in a request that is shown: what it was, its size and its SHA-256. */
export function mediaPlaceholder(media: MediaData): string {
  const { byteLength } = isStored(media) ? media : media.bytes;
  const sha256 = isStored(media) ? media.sha256 : createHash('sha256').update(media.bytes).digest('hex');
  return `[${media.mediaType}, ${byteLength} bytes, SHA-256 ${sha256}]`;
}

/** All placeholders in a text, such as the JSON of a request, in their order. */
export function mediaPlaceholders(text: string): readonly string[] {
  return text.match(/\[[\w.+-]+\/[\w.+-]+, \d+ bytes, SHA-256 [0-9a-f]{64}\]/g) ?? [];
}
