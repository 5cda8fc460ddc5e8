import { crc32 } from 'node:zlib';
import { ascii } from '../../util/bytes';

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** How every PNG begins. */
export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The chunks of a PNG up to its end, or to where it was cut off. */
export function* chunksOf(source: Uint8Array): Generator<PngChunk> {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let offset = pngSignature.length;
  while (offset + 12 <= source.length) {
    const length = view.getUint32(offset);
    const type = ascii(source, offset + 4, offset + 8);
    if (offset + 12 + length > source.length) {
      return;
    }
    yield { type, data: source.subarray(offset + 8, offset + 8 + length) };
    if (type === 'IEND') {
      return;
    }
    offset += 12 + length;
  }
}

/** A PNG of these chunks. */
export function pngOf(chunks: Iterable<PngChunk>): Uint8Array {
  return Buffer.concat([Buffer.from(pngSignature), ...[...chunks].map(frameChunk)]);
}

function frameChunk({ type, data }: PngChunk): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
