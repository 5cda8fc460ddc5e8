import { ascii } from '../../../util/bytes';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Keeps pictures, how long each is shown, and how often all are; comments and other data of programs go (GIF89a). */
export function stripGif(source: Uint8Array): Uint8Array | undefined {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let offset = 13 + colourBytes(view.getUint8(10));
  const kept = [source.subarray(0, offset)];
  for (;;) {
    const start = offset;
    switch (view.getUint8(start)) {
      case IMAGE: {
        const colours = colourBytes(view.getUint8(start + 9));
        // After the colours one byte tells the size of codes.
        offset = endOfBlocks(view, start + 11 + colours);
        kept.push(source.subarray(start, offset));
        break;
      }
      case EXTENSION: {
        offset = endOfBlocks(view, start + 2);
        const label = view.getUint8(start + 1);
        const isLoop = label === APPLICATION && ascii(source, start + 3, start + 14) === 'NETSCAPE2.0';
        if (label === GRAPHIC_CONTROL || isLoop) {
          kept.push(source.subarray(start, offset));
        }
        break;
      }
      case TRAILER:
        return Buffer.concat([...kept, Uint8Array.of(TRAILER)]);
      default:
        return undefined;
    }
  }
}

/** Bytes of a table of colours, from the flags that announce it. */
function colourBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(view: DataView, start: number): number {
  let offset = start;
  for (let length = view.getUint8(offset); length > 0; length = view.getUint8(offset)) {
    offset += 1 + length;
  }
  return offset + 1;
}
