import { startsWith } from '../util/bytes';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes looked at: enough to be sure, also of a large file. */
const SAMPLE = 64 * 1024;
/** Share of plain ASCII that text in an old western encoding has. */
const MIN_ASCII_SHARE = 0.7;

/** How a text is written, by its byte order mark or its bytes; undefined when it is no text. */
export function textEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return 'utf-16le';
  }
  if (startsWith(bytes, [0xfe, 0xff])) {
    return 'utf-16be';
  }
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.some(isControl)) {
    return undefined;
  }
  if (isUtf8(sample, sample.length < bytes.length)) {
    return 'utf-8';
  }
  const plain = sample.reduce((count, byte) => count + (byte < 0x80 ? 1 : 0), 0);
  return plain >= sample.length * MIN_ASCII_SHARE ? 'windows-1252' : undefined;
}

/** Decodes text without its byte order mark; undefined when a later part of it is no text after all. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Control characters that texts do not hold; tabs, line ends, form feeds and terminal escapes are fine. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b;
}

function isUtf8(sample: Uint8Array, goesOn: boolean): boolean {
  try {
    // A sample may end within a character; a whole text may not.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: goesOn });
    return true;
  } catch {
    return false;
  }
}
