import { constants, gunzipSync } from 'node:zlib';
import { startsWith } from '../../util/bytes';

/** Characters in which an SVG's root element must begin; longer licence comments are rare. */
const SVG_PROLOG = 4096;

/** Compressed bytes that are looked into: gzip makes at most a thousand times as many of them. */
const COMPRESSED_PROLOG = 2048;

/** Nothing but a prolog, comments and a document type may come before an SVG's root element. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, SVG_PROLOG));
  const prolog = /^(\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE\s+(?:\w+:)?svg[^[>]*(\[[^\]]*\])?\s*>)*/i.exec(start);
  return /^<(\w+:)?svg[\s>/]/.test(start.slice(prolog?.[0].length ?? 0));
}

/** Whether an SVG is in a gzip file: its beginning tells. */
export function isSvgz(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0x1f, 0x8b])) {
    return false;
  }
  try {
    // The end is missing on purpose.
    const finishFlush = constants.Z_SYNC_FLUSH;
    return isSvg(gunzipSync(bytes.subarray(0, COMPRESSED_PROLOG), { finishFlush }));
  } catch {
    return false;
  }
}
