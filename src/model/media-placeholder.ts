import { createHash } from 'node:crypto';
import type { MediaBytes } from './messages';

/** Stands where media was in a request that is shown: what it was, its size and its SHA-256. */
export function mediaPlaceholder({ mediaType, bytes }: MediaBytes): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `[${mediaType}, ${bytes.byteLength} bytes, SHA-256 ${sha256}]`;
}

/** All placeholders in a text, such as the JSON of a request, in their order. */
export function mediaPlaceholders(text: string): readonly string[] {
  return text.match(/\[[\w.+-]+\/[\w.+-]+, \d+ bytes, SHA-256 [0-9a-f]{64}\]/g) ?? [];
}
