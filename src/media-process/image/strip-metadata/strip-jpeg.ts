import { ascii } from '../../../util/bytes';

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** Length of a JFIF header that holds no thumbnail. */
const BARE_JFIF_LENGTH = 16;

/** Keeps the segments that pixels need (ITU-T T.81, annex B) and colour profiles, up to the end of the first picture. */
export function stripJpeg(source: Uint8Array): Uint8Array | undefined {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const kept = [source.subarray(0, 2)];
  let offset = 2;
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      // Filler between segments.
      offset += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) {
      kept.push(source.subarray(offset, offset + 2));
      return Buffer.concat(kept);
    }
    const end = offset + 2 + view.getUint16(offset + 2);
    const pixelsEnd = marker === START_OF_SCAN ? scanEnd(view, end) : end;
    if (isPixels(marker, source.subarray(offset + 4, end))) {
      kept.push(source.subarray(offset, pixelsEnd));
    }
    offset = pixelsEnd;
  }
  return undefined;
}

/** In entropy-coded data FF is followed by 00 or a restart marker; any other marker ends it. */
function scanEnd(view: DataView, start: number): number {
  for (let offset = start; ; offset += 1) {
    if (view.getUint8(offset) === 0xff) {
      const next = view.getUint8(offset + 1);
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
        return offset;
      }
    }
  }
}

function isPixels(marker: number, content: Uint8Array): boolean {
  switch (marker) {
    case COMMENT:
      return false;
    case APP0:
      return content.length + 2 === BARE_JFIF_LENGTH && ascii(content, 0, 5) === 'JFIF\0';
    case APP2:
      return ascii(content, 0, 12) === 'ICC_PROFILE\0';
    case APP14:
      // How the colours of Adobe's files are meant.
      return ascii(content, 0, 5) === 'Adobe';
    default:
      return (marker & 0xf0) !== APP0;
  }
}
