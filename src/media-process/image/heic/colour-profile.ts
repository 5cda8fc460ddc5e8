import { ascii } from '../../../util/bytes';

/** Boxes on the way to the properties of pictures (ISO/IEC 23008-12); `meta` has a version and flags before its content. */
const containers = ['meta', 'iprp', 'ipco'];

/** The ICC profile in an ISO base media file, of several the first; undefined where it names its colours otherwise. */
export function colourProfile(source: Uint8Array): Uint8Array | undefined {
  let range = source;
  for (const container of containers) {
    const content = [...boxesOf(range)].find(({ type }) => type === container)?.content;
    if (!content) {
      return undefined;
    }
    range = container === 'meta' ? content.subarray(4) : content;
  }
  const colours = [...boxesOf(range)].filter(({ type }) => type === 'colr').map(({ content }) => content);
  return colours.find((content) => ['prof', 'rICC'].includes(ascii(content, 0, 4)))?.subarray(4);
}

interface IsoBox {
  readonly type: string;
  readonly content: Uint8Array;
}

function* boxesOf(bytes: Uint8Array): Generator<IsoBox> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + 8 <= bytes.length) {
    const length = view.getUint32(offset);
    // 0: up to the end; 1: a long size, which only pixel data have.
    const end = length === 0 ? bytes.length : offset + length;
    if (length !== 0 && length < 8) {
      return;
    }
    yield { type: ascii(bytes, offset + 4, offset + 8), content: bytes.subarray(offset + 8, end) };
    offset = end;
  }
}
