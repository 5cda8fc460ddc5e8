import type { MediaFacts } from '../media-rules/media-tokens';
import type { ContentPart, MediaData, MediaUrl } from '../messages';
import { pictureSize } from './picture-size';

/** What its own fields and headers tell of a part of a question; nothing is decoded. */
export function factsOf(part: ContentPart): MediaFacts {
  switch (part.type) {
    case 'text':
      return { type: 'text', byteLength: Buffer.byteLength(part.text) };
    case 'image':
      return { type: 'image', size: sizeOf(part.image), detail: part.detail };
    case 'audio':
      return { type: 'audio', seconds: secondsOf(part.audio) };
    case 'video':
      return { type: 'video', seconds: 'read' in part.video ? part.video.seconds : undefined };
    case 'file':
      return { type: 'file', pageCount: 'read' in part.file ? part.file.pageCount : undefined };
  }
}

function sizeOf(image: MediaData | MediaUrl) {
  if ('bytes' in image) {
    return pictureSize(image.bytes);
  }
  return 'read' in image ? image.size : undefined;
}

/** Bytes of a second in an MP3 of 128 kbit/s, the usual rate. */
const usualMp3Rate = 16_000;

function secondsOf(audio: MediaData | MediaUrl): number | undefined {
  if ('bytes' in audio) {
    return wavSeconds(audio.bytes) ?? audio.bytes.byteLength / usualMp3Rate;
  }
  return 'read' in audio ? audio.seconds : undefined;
}

/** From the header of a WAV whose format comes first, as it nearly always does; undefined for anything else. */
function wavSeconds(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWav = bytes.length >= 44 && view.getUint32(0) === 0x52494646 && view.getUint32(12) === 0x666d7420;
  const bytesPerSecond = isWav ? view.getUint32(28, true) : 0;
  return bytesPerSecond > 0 ? (bytes.length - 44) / bytesPerSecond : undefined;
}
