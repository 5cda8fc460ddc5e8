export function startsWith(bytes: Uint8Array, magic: readonly number[], offset = 0): boolean {
  return magic.every((value, index) => bytes[offset + index] === value);
}

/** Bytes from `start` up to `end` as characters, for comparing with magic words. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
