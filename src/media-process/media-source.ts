/**
 * Untrusted bytes for the media process: the bytes themselves, or the absolute path of a stored blob, which the media
 * process reads by itself so that they need not pass through the extension host. Decoders get bytes in both cases.
 */
export type MediaSource = Uint8Array | { readonly path: string };
