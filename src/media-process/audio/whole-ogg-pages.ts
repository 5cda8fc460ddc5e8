const headerBytes = 27;

/**
 * An Ogg file without its last page where that was cut off, as by a download that broke: what comes before is still good
 * (RFC 3533, section 6). Anything else is given back as it is.
 */
export function wholeOggPages(source: Uint8Array): Uint8Array {
  let end = 0;
  while (isPage(source, end)) {
    const segments = source.subarray(end + headerBytes, end + headerBytes + (source[end + headerBytes - 1] ?? 0));
    const next = end + headerBytes + segments.length + segments.reduce((sum, size) => sum + size, 0);
    if (next > source.length) {
      return source.subarray(0, end);
    }
    end = next;
  }
  return source;
}

function isPage(source: Uint8Array, offset: number): boolean {
  return (
    Buffer.from(source.buffer, source.byteOffset + offset, Math.min(4, source.length - offset)).toString() === 'OggS'
  );
}
