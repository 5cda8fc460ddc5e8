import { t } from '@vscode/l10n';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import type { VideoFile } from './video-file';

/** Formats of sound by their number in WAVEFORMATEX, https://www.rfc-editor.org/rfc/rfc2361 */
const soundCodecs: Readonly<Record<number, string>> = { 0x01: 'pcm', 0x55: 'mp3', 0xff: 'aac', 0x2000: 'ac3' };

const headerBytes = 12;
const chunkHeaderBytes = 8;
/** Headers are at the beginning; what follows them is not looked at. */
const maxHeaders = 1_000;

interface Chunk {
  readonly name: string;
  readonly view: DataView;
}

/**
 * Reads the headers of an AVI file.
 *
 * @see https://learn.microsoft.com/en-us/windows/win32/directshow/avi-riff-file-reference
 */
export function openAvi(source: Uint8Array): VideoFile {
  const whole = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const headers = chunksOf(slice(whole, headerBytes)).find(isList('hdrl'));
  const lists = headers ? chunksOf(slice(headers.view, 4)).filter(isList('strl')) : [];
  const streams = lists.map(({ view }) => streamOf(chunksOf(slice(view, 4))));
  const video = streams.find((stream) => stream?.type === 'vids');
  const audio = streams.find((stream) => stream?.type === 'auds');
  if (!video && !audio) {
    throw corruptRecording(t('its headers are missing'));
  }
  const seconds = (video ?? audio)?.seconds ?? 0;
  const frameSeconds = video?.unitSeconds ?? 0;
  const lastFrame = Math.max(0, Math.round(seconds / frameSeconds) - 1);
  return {
    facts: {
      mediaType: 'video/x-msvideo',
      seconds,
      ...(video && {
        picture: { width: video.width, height: video.height, codec: video.codec, frameRate: 1 / frameSeconds },
      }),
      ...(audio && { sound: { codec: audio.codec } }),
    },
    frameTime: (time) => Promise.resolve(Math.min(lastFrame, Math.floor(time / frameSeconds + 1e-6)) * frameSeconds),
    close: () => undefined,
  };
}

/** A stream's header (`strh`) with its format (`strf`). */
function streamOf(chunks: readonly Chunk[]) {
  const header = chunks.find(({ name }) => name === 'strh')?.view;
  const format = chunks.find(({ name }) => name === 'strf')?.view;
  if (!header || !format || header.byteLength < 36) {
    return undefined;
  }
  const type = word(header, 0);
  const unitSeconds = header.getUint32(20, true) / header.getUint32(24, true);
  const common = { type, unitSeconds, seconds: header.getUint32(32, true) * unitSeconds };
  if (type === 'vids' && format.byteLength >= 20) {
    const codec = word(format, 16).trim().toLowerCase() || 'raw';
    // A picture that is stored from its top has a negative height.
    return { ...common, codec, width: format.getInt32(4, true), height: Math.abs(format.getInt32(8, true)) };
  }
  if (type === 'auds' && format.byteLength >= 2) {
    const number = format.getUint16(0, true);
    return { ...common, codec: soundCodecs[number] ?? `format ${number}`, width: 0, height: 0 };
  }
  return undefined;
}

function chunksOf(view: DataView): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let offset = 0;
  while (offset + chunkHeaderBytes <= view.byteLength && chunks.length < maxHeaders) {
    const size = view.getUint32(offset + 4, true);
    chunks.push({ name: word(view, offset), view: slice(view, offset + chunkHeaderBytes, size) });
    // Chunks begin at even offsets.
    offset += chunkHeaderBytes + size + (size % 2);
  }
  return chunks;
}

function isList(type: string): (chunk: Chunk) => boolean {
  return ({ name, view }) => name === 'LIST' && view.byteLength >= 4 && word(view, 0) === type;
}

function slice(view: DataView, offset: number, size = Number.POSITIVE_INFINITY): DataView {
  const start = Math.min(offset, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + start, Math.min(size, view.byteLength - start));
}

function word(view: DataView, offset: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, 4));
}
