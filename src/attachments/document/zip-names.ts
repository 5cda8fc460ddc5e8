import { startsWith } from '../../util/bytes';

const directoryEnd = [0x50, 0x4b, 0x05, 0x06];
const directoryEntry = [0x50, 0x4b, 0x01, 0x02];
const localEntry = [0x50, 0x4b, 0x03, 0x04];
/** The end of the directory is followed by a comment of at most this length. */
const maxCommentBytes = 0xffff;
const directoryEndBytes = 22;
/** Enough to know a document by. */
const maxNames = 200;

/**
 * Names of the first files in a ZIP (APPNOTE 4.3): those of its directory, or the very first alone where the directory is
 * cut off. Nothing is unpacked. Empty for anything else.
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(bytes);
  if (end === undefined) {
    return startsWith(bytes, localEntry) && bytes.length > 30 ? [nameAt(bytes, 30, view.getUint16(26, true))] : [];
  }
  const names: string[] = [];
  let offset = view.getUint32(end + 16, true);
  while (names.length < maxNames && offset + 46 <= bytes.length && startsWith(bytes, directoryEntry, offset)) {
    const nameBytes = view.getUint16(offset + 28, true);
    names.push(nameAt(bytes, offset + 46, nameBytes));
    offset += 46 + nameBytes + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return names;
}

function findDirectoryEnd(bytes: Uint8Array): number | undefined {
  const first = Math.max(0, bytes.length - directoryEndBytes - maxCommentBytes);
  for (let offset = bytes.length - directoryEndBytes; offset >= first; offset -= 1) {
    if (startsWith(bytes, directoryEnd, offset)) {
      return offset;
    }
  }
  return undefined;
}

function nameAt(bytes: Uint8Array, offset: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(offset, offset + length));
}
