import { ascii, startsWith } from '../../util/bytes';

const beginnings: readonly (readonly [magic: readonly number[], mediaType: string])[] = [
  [[0x4f, 0x67, 0x67, 0x53], 'audio/ogg'],
  [[0x66, 0x4c, 0x61, 0x43], 'audio/flac'],
  [[0x49, 0x44, 0x33], 'audio/mpeg'],
  [[0xff, 0xfb], 'audio/mpeg'],
  [[0xff, 0xf3], 'audio/mpeg'],
  [[0xff, 0xf2], 'audio/mpeg'],
  [[0xff, 0xf1], 'audio/aac'],
  [[0xff, 0xf9], 'audio/aac'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'video/webm'],
];

/**
 * The media type of a sound or a video. Containers that may hold either count as videos (Ogg as a sound) until they are
 * read.
 */
export function recordingType(bytes: Uint8Array): string | undefined {
  return beginnings.find(([magic]) => startsWith(bytes, magic))?.[1] ?? isoMediaType(bytes) ?? riffType(bytes);
}

/** ISO base media files: the brand at offset 8 tells them apart. Pictures in this container are told before. */
function isoMediaType(bytes: Uint8Array): string | undefined {
  const box = ascii(bytes, 4, 8);
  if (box !== 'ftyp') {
    // QuickTime files of old begin with their content.
    return ['moov', 'wide'].includes(box) ? 'video/quicktime' : undefined;
  }
  const brand = ascii(bytes, 8, 12);
  if (/^M4[AB]/.test(brand)) {
    return 'audio/mp4';
  }
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

function riffType(bytes: Uint8Array): string | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF') {
    return undefined;
  }
  const form = ascii(bytes, 8, 12);
  return form === 'WAVE' ? 'audio/wav' : form === 'AVI ' ? 'video/x-msvideo' : undefined;
}
