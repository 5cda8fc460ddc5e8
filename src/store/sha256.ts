let last: Promise<unknown> = Promise.resolve();

/**
 * Lower-case hexadecimal SHA-256, made on another thread: media have megabytes. The bytes are copied there, which takes a
 * while too: so one after the other, and the event loop gets its turn between them.
 */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = last.then(() => crypto.subtle.digest('SHA-256', unshared(bytes)));
  last = digest.catch(() => undefined);
  return Buffer.from(await digest).toString('hex');
}

/** Memory that another thread could change is not taken. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes);
}
