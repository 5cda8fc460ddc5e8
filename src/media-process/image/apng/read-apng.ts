import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import { chunksOf, type PngChunk } from '../png-chunks';

/** One frame of an animated PNG: where it is put on the canvas, how, for how long, and its compressed pixels. */
export interface ApngFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Milliseconds. */
  readonly delay: number;
  /** What becomes of its area before the next frame. */
  readonly dispose: 'keep' | 'clear' | 'restore';
  /** Whether it is laid over what is there, or replaces it. */
  readonly blend: boolean;
  readonly data: readonly Uint8Array[];
}

export interface ApngFile {
  readonly width: number;
  readonly height: number;
  /** The header's chunk, and all chunks that say how pixels look. */
  readonly header: PngChunk;
  readonly shared: readonly PngChunk[];
  readonly frames: readonly ApngFrame[];
}

const sharedChunks = new Set(['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']);
const disposals = ['keep', 'clear', 'restore'] as const;

/** Reads the frames of an animated PNG without unpacking any. Format: https://www.w3.org/TR/png-3/#apng-frame-based-animation */
export function readApng(source: Uint8Array, maxFrames: number): ApngFile {
  const frames: ApngFrame[] = [];
  const shared: PngChunk[] = [];
  let header: PngChunk | undefined;
  let data: Uint8Array[] | undefined;
  for (const chunk of chunksOf(source)) {
    if (chunk.type === 'IHDR') {
      header = chunk;
    } else if (sharedChunks.has(chunk.type) && frames.length === 0) {
      shared.push(chunk);
    } else if (chunk.type === 'fcTL') {
      if (frames.length === maxFrames) {
        break;
      }
      data = [];
      frames.push(readFrame(chunk, data));
    } else if (chunk.type === 'IDAT') {
      // Without a frame before it, this is the picture for those that know no animations.
      data?.push(chunk.data);
    } else if (chunk.type === 'fdAT') {
      data?.push(chunk.data.subarray(4));
    }
  }
  if (!header || header.data.length < 13 || frames.length === 0) {
    throw corruptPicture(t('it has no frames'));
  }
  const view = new DataView(header.data.buffer, header.data.byteOffset);
  return { width: view.getUint32(0), height: view.getUint32(4), header, shared, frames };
}

function readFrame({ data: bytes }: PngChunk, data: readonly Uint8Array[]): ApngFrame {
  if (bytes.length < 26) {
    throw corruptPicture(t('a frame has no header'));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    width: view.getUint32(4),
    height: view.getUint32(8),
    left: view.getUint32(12),
    top: view.getUint32(16),
    // A denominator of 0 means hundredths.
    delay: (view.getUint16(20) * 1_000) / (view.getUint16(22) || 100),
    dispose: disposals[view.getUint8(24)] ?? 'keep',
    blend: view.getUint8(25) === 1,
    data,
  };
}
