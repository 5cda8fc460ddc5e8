/** What bytes are, told by the bytes themselves: a file name is no evidence. */
export type Sniffed =
  | { readonly kind: 'image' }
  | { readonly kind: 'text'; readonly encoding: TextEncoding }
  /** Something that can't be attached; `name` as in "a PDF document". */
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'empty' };

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

interface Signature {
  /** The bytes as Latin-1 text. */
  readonly bytes: string;
  readonly offset: number;
  readonly sniffed: Sniffed;
}

const image: Sniffed = { kind: 'image' };

/** From the formats' specifications; more specific ones first. None of them can begin a text, except as noted below. */
const signatures: readonly Signature[] = [
  signature('\x89PNG\r\n\x1a\n', image),
  signature('\xff\xd8\xff', image),
  signature('GIF87a', image),
  signature('GIF89a', image),
  signature('WEBP', image, 8),
  signature('%PDF-', other('a PDF document')),
  signature('ftypavif', other('an AVIF picture'), 4),
  signature('ftypheic', other('a HEIC picture'), 4),
  signature('ftypheix', other('a HEIC picture'), 4),
  signature('ftypmif1', other('a HEIF picture'), 4),
  signature('ftypM4A', other('an M4A recording'), 4),
  signature('ftyp', other('an MP4 or QuickTime video'), 4),
  signature('II*\0', other('a TIFF picture')),
  signature('MM\0*', other('a TIFF picture')),
  signature('\0\0\x01\0', other('an ICO picture')),
  signature('\x1a\x45\xdf\xa3', other('a Matroska or WebM video')),
  signature('WAVE', other('a WAV recording'), 8),
  signature('AVI ', other('an AVI video'), 8),
  signature('OggS', other('an Ogg recording')),
  signature('fLaC', other('a FLAC recording')),
  signature('PK\x03\x04', other('a ZIP archive or an Office document')),
  signature('\x1f\x8b', other('a gzip archive')),
];

/** These are words as well: they count only where the rest is no text. */
const wordSignatures: readonly Signature[] = [
  signature('BM', other('a BMP picture')),
  signature('ID3', other('an MP3 recording')),
];

/** Bytes that are looked at to tell text from other files. */
const textSample = 64 * 1024;

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.byteLength === 0) {
    return { kind: 'empty' };
  }
  return (
    find(signatures, bytes) ?? sniffText(bytes) ?? find(wordSignatures, bytes) ?? { kind: 'other', name: 'a binary file' }
  );
}

function sniffText(bytes: Uint8Array): Sniffed | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { kind: 'text', encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { kind: 'text', encoding: 'utf-16be' };
  }
  const sample = bytes.subarray(0, textSample);
  if (sample.includes(0)) {
    return undefined;
  }
  try {
    // A sample may end in the middle of a character: then the rest is waited for, and no error.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: sample.byteLength < bytes.byteLength });
    return isSvg(text) ? image : { kind: 'text', encoding: 'utf-8' };
  } catch {
    return undefined;
  }
}

/** Whether the first element is `svg`, after what XML allows before it. */
function isSvg(text: string): boolean {
  const prolog = /^\uFEFF?\s*(?:(?:<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\])?[^>]*>)\s*)*/i;
  return /^<(?:[\w.-]+:)?svg[\s/>]/i.test(text.replace(prolog, ''));
}

function find(candidates: readonly Signature[], bytes: Uint8Array): Sniffed | undefined {
  return candidates.find((candidate) => matches(bytes, candidate))?.sniffed;
}

function matches(bytes: Uint8Array, { bytes: expected, offset }: Signature): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (bytes[offset + index] !== expected.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}

function signature(bytes: string, sniffed: Sniffed, offset = 0): Signature {
  return { bytes, sniffed, offset };
}

function other(name: string): Sniffed {
  return { kind: 'other', name };
}
