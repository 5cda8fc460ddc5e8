/** Lower-case hexadecimal SHA-256, made on another thread: media have megabytes. So it must work on a copy. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
}
