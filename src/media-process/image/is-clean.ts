/**
 * Whether a PNG or JPEG holds nothing beside its pixels: no EXIF, GPS, comments, profiles, previews or appended data.
 * Such a file may be sent as it is. Anything unknown counts as not clean.
 */
export function isClean(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0) === 0x89504e47) {
    return isCleanPng(view);
  }
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 && isCleanJpeg(view);
}

/** Chunks that say how pixels look, and nothing else (PNG specification, section 11). */
const pixelChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'sBIT', 'bKGD', 'hIST']);

function isCleanPng(view: DataView): boolean {
  let offset = 8;
  while (offset + 12 <= view.byteLength) {
    const length = view.getUint32(offset);
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(offset + index)));
    offset += 12 + length;
    if (type === 'IEND') {
      return offset === view.byteLength;
    }
    if (!pixelChunks.has(type)) {
      return false;
    }
  }
  return false;
}

const APP0 = 0xe0;
const APP14 = 0xee;
const START_OF_SCAN = 0xda;
/** Length of a JFIF header that holds no thumbnail. */
const BARE_JFIF_LENGTH = 16;

function isCleanJpeg(view: DataView): boolean {
  let offset = 2;
  while (offset + 4 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const length = view.getUint16(offset + 2);
    if (marker === START_OF_SCAN) {
      return endsWithImage(view, offset + 2 + length);
    }
    const isComment = marker === 0xfe;
    const isApplicationData = (marker & 0xf0) === 0xe0 && marker !== APP14;
    const isBareJfif = marker === APP0 && length === BARE_JFIF_LENGTH;
    if (isComment || (isApplicationData && !isBareJfif)) {
      return false;
    }
    offset += 2 + length;
  }
  return false;
}

/** In entropy-coded data FF is always followed by 00 or a marker: the first FF D9 is the end, and must be the last. */
function endsWithImage(view: DataView, start: number): boolean {
  for (let offset = start; offset + 1 < view.byteLength; offset += 1) {
    if (view.getUint16(offset) === 0xffd9) {
      return offset + 2 === view.byteLength;
    }
  }
  return false;
}
