import { chunksOf, pngOf } from '../png-chunks';

/** Chunks that say how pixels look or move, and nothing else (PNG specification, section 11). */
const pixelChunks = new Set([
  ...['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'acTL', 'fcTL', 'fdAT'],
  ...['sRGB', 'gAMA', 'cHRM', 'cICP', 'iCCP', 'mDCV', 'cLLI', 'pHYs', 'sBIT', 'bKGD', 'hIST'],
]);

export function stripPng(source: Uint8Array): Uint8Array | undefined {
  const chunks = [...chunksOf(source)];
  return chunks.at(-1)?.type === 'IEND' ? pngOf(chunks.filter(({ type }) => pixelChunks.has(type))) : undefined;
}
