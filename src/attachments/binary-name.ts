import { t } from '@vscode/l10n';
import { startsWith } from '../util/bytes';

const gzip = t('a gzip-compressed file');
const bzip2 = t('a bzip2-compressed file');
const xz = t('an xz-compressed file');
const zstd = t('a zstd-compressed file');
const photoshop = t('a Photoshop picture');
const jpegXl = t('a JPEG XL picture');
const jpeg2000 = t('a JPEG 2000 picture');

/** Magic words at the very beginning, with a name that reads on after "It is". */
const beginnings: readonly (readonly [magic: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], t('a ZIP archive or an Office document')],
  [[0x50, 0x4b, 0x05, 0x06], t('an empty ZIP archive')],
  [[0xd0, 0xcf, 0x11, 0xe0], t('an old Office document')],
  [[0x1f, 0x8b], gzip],
  [[0x42, 0x5a, 0x68], bzip2],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], xz],
  [[0x28, 0xb5, 0x2f, 0xfd], zstd],
  [[0x37, 0x7a, 0xbc, 0xaf], t('a 7-Zip archive')],
  [[0x52, 0x61, 0x72, 0x21, 0x1a], t('a RAR archive')],
  [[0x38, 0x42, 0x50, 0x53], photoshop],
  [[0xff, 0x0a], jpegXl],
  [[0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20], jpegXl],
  [[0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50], jpeg2000],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], t('an SQLite database')],
  [[0x7f, 0x45, 0x4c, 0x46], t('a program')],
  [[0xcf, 0xfa, 0xed, 0xfe], t('a program')],
  [[0x00, 0x61, 0x73, 0x6d], t('a WebAssembly module')],
  [[0x77, 0x4f, 0x46, 0x46], t('a font')],
  [[0x77, 0x4f, 0x46, 0x32], t('a font')],
];

/** What a file of a well-known binary format is called; undefined for everything else. */
export function binaryName(bytes: Uint8Array): string | undefined {
  return beginnings.find(([magic]) => startsWith(bytes, magic))?.[1];
}

/** Whether unpacking gives something that can be attached. */
export function isCompressed(name: string): boolean {
  return [gzip, bzip2, xz, zstd].includes(name);
}

export function isForeignPicture(name: string): boolean {
  return [photoshop, jpegXl, jpeg2000].includes(name);
}
