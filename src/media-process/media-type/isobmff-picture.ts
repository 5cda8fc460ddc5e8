import { ascii } from '../../util/bytes';

/** Brands of pictures coded as HEVC, alone or in a sequence (ISO/IEC 23008-12, annex B). */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const avifBrands = new Set(['avif', 'avis']);
/** Say that there are pictures, and not how they are coded: the compatible brands do. */
const openBrands = new Set(['mif1', 'msf1', 'mif2']);

/** The media type of a picture in an ISO base media file; undefined for videos, sounds and other files. */
export function isobmffPicture(bytes: Uint8Array): string | undefined {
  if (ascii(bytes, 4, 8) !== 'ftyp') {
    return undefined;
  }
  const brand = ascii(bytes, 8, 12);
  if (avifBrands.has(brand)) {
    return 'image/avif';
  }
  if (heicBrands.has(brand)) {
    return 'image/heic';
  }
  if (!openBrands.has(brand)) {
    return undefined;
  }
  return compatibleBrands(bytes).some((compatible) => avifBrands.has(compatible)) ? 'image/avif' : 'image/heic';
}

function compatibleBrands(bytes: Uint8Array): readonly string[] {
  const end = Math.min(bytes.length, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0));
  const brands: string[] = [];
  for (let offset = 16; offset + 4 <= end; offset += 4) {
    brands.push(ascii(bytes, offset, offset + 4));
  }
  return brands;
}
