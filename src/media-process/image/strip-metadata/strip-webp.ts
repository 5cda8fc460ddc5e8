import { ascii } from '../../../util/bytes';

/** Chunks that say how pixels look or move (WebP container specification). */
const pixelChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the VP8X chunk that announce EXIF and XMP. */
const METADATA_FLAGS = 0x0c;

export function stripWebp(source: Uint8Array): Uint8Array | undefined {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const end = Math.min(source.length, 8 + view.getUint32(4, true));
  const kept: Uint8Array[] = [];
  let offset = 12;
  while (offset + 8 <= end) {
    const type = ascii(source, offset, offset + 4);
    const length = view.getUint32(offset + 4, true);
    // Filled up to two bytes.
    const next = offset + 8 + length + (length % 2);
    if (next > source.length) {
      return undefined;
    }
    if (pixelChunks.has(type)) {
      kept.push(type === 'VP8X' ? withoutFlags(source.subarray(offset, next)) : source.subarray(offset, next));
    }
    offset = next;
  }
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return kept.length > 0 ? Buffer.concat([header, ...kept]) : undefined;
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(chunk);
  changed[8] = (changed[8] ?? 0) & ~METADATA_FLAGS;
  return changed;
}
