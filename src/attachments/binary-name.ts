import { ascii, startsWith } from './bytes';

/** Magic words at the very beginning, with a name that reads on after "It is". */
const beginnings: readonly (readonly [magic: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office document'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
  [[0x1f, 0x8b], 'a gzip-compressed file'],
  [[0x42, 0x5a, 0x68], 'a bzip2-compressed file'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz-compressed file'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd-compressed file'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a], 'a RAR archive'],
  [[0x49, 0x49, 0x2a, 0x00], 'a TIFF picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a TIFF picture'],
  [[0x38, 0x42, 0x50, 0x53], 'a Photoshop picture'],
  [[0xff, 0x0a], 'a JPEG XL picture'],
  [[0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20], 'a JPEG XL picture'],
  [[0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50], 'a JPEG 2000 picture'],
  [[0x00, 0x00, 0x01, 0x00], 'an icon file'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'an SQLite database'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'a program'],
  [[0x00, 0x61, 0x73, 0x6d], 'a WebAssembly module'],
  [[0x77, 0x4f, 0x46, 0x46], 'a font'],
  [[0x77, 0x4f, 0x46, 0x32], 'a font'],
];

/** What a file of a well-known binary format is called; undefined for everything else. */
export function binaryName(bytes: Uint8Array): string | undefined {
  return (
    beginnings.find(([magic]) => startsWith(bytes, magic))?.[1] ??
    isoMediaName(bytes) ??
    riffName(bytes) ??
    (isBitmap(bytes) ? 'a BMP picture' : undefined)
  );
}

/** ISO base media files: the brand at offset 8 tells them apart. */
function isoMediaName(bytes: Uint8Array): string | undefined {
  if (ascii(bytes, 4, 8) !== 'ftyp') {
    return undefined;
  }
  const brand = ascii(bytes, 8, 12);
  if (/^(heic|heix|heim|heis|hevc|mif1|msf1)$/.test(brand)) {
    return 'a HEIC picture';
  }
  if (/^avi[fs]$/.test(brand)) {
    return 'an AVIF picture';
  }
  return brand.startsWith('M4A') ? 'an M4A recording' : 'an MP4 or QuickTime video';
}

function riffName(bytes: Uint8Array): string | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF') {
    return undefined;
  }
  const form = ascii(bytes, 8, 12);
  return form === 'WAVE' ? 'a WAV recording' : form === 'AVI ' ? 'an AVI video' : undefined;
}

/** "BM" may begin a text; the reserved bytes after the size are zero in a picture only. */
function isBitmap(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 2) === 'BM' && startsWith(bytes, [0, 0, 0, 0], 6);
}
