import type { ModelResult } from '../model/deltas';
import type { SpokenAnswer } from '../shared/answer-parts';
import type { BlobStore } from '../store/blob-store';
import { wavFile } from '../util/wav';

type Sound = NonNullable<ModelResult['audio']>;

/** By the names that `audio.format` has (https://platform.openai.com/docs/api-reference/chat/create). */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['wav', 'audio/wav'],
  ['mp3', 'audio/mpeg'],
  ['flac', 'audio/flac'],
  ['aac', 'audio/aac'],
  // Opus comes in an Ogg container.
  ['opus', 'audio/ogg'],
]);

/** Keeps the sound of an answer as a file that players know; undefined when there is none, only words. */
export async function keepSpokenAnswer(
  { bytes, format, transcript }: Sound,
  blobs: BlobStore,
): Promise<SpokenAnswer | undefined> {
  if (bytes.byteLength === 0) {
    return undefined;
  }
  const name = format.toLowerCase();
  const isRaw = name === 'pcm16' || name === 'pcm';
  const file = isRaw ? wavFile(bytes, { sampleRate: 24_000, channels: 1 }) : bytes;
  const mediaType = isRaw ? 'audio/wav' : (mediaTypes.get(name) ?? 'application/octet-stream');
  return { sound: await blobs.put(file, mediaType), transcript };
}
