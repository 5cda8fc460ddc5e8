/**
 * Hashes of all blobs that a journal has ever named. Found in the bytes themselves, so that lines which can't be read,
 * or which a newer version wrote, protect their blobs too.
 */
export function namedBlobs(journal: Uint8Array): ReadonlySet<string> {
  const text = Buffer.from(journal.buffer, journal.byteOffset, journal.byteLength).toString('latin1');
  return new Set(Array.from(text.matchAll(/"sha256":"([0-9a-f]{64})"/g), ([, sha256 = '']) => sha256));
}
