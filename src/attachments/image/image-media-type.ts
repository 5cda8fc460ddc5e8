import { ascii, startsWith } from '../bytes';

/** Characters in which an SVG's root element must begin; longer licence comments are rare. */
const SVG_PROLOG = 4096;

/** The media type of a picture that can be attached. */
export function imageMediaType(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return 'image/png';
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return 'image/jpeg';
  }
  if (ascii(bytes, 0, 6) === 'GIF87a' || ascii(bytes, 0, 6) === 'GIF89a') {
    return 'image/gif';
  }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') {
    return 'image/webp';
  }
  return isSvg(bytes) ? 'image/svg+xml' : undefined;
}

/** Nothing but a prolog, comments and a document type may come before an SVG's root element. */
function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, SVG_PROLOG));
  const prolog = /^(\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE\s+(?:\w+:)?svg[^[>]*(\[[^\]]*\])?\s*>)*/i.exec(start);
  return /^<(\w+:)?svg[\s>/]/.test(start.slice(prolog?.[0].length ?? 0));
}
