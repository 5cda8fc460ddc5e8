import type { ModelDelta } from '../../deltas';
import { asRecord, asText, type JsonRecord } from '../../json';

/** A piece of the spoken answer, or the whole of it (https://platform.openai.com/docs/guides/audio). */
export function readAudio(delta: JsonRecord, format: string): ModelDelta[] {
  const audio = asRecord(delta['audio']);
  const data = asText(audio?.['data']);
  const transcript = asText(audio?.['transcript']);
  if (data === undefined && transcript === undefined) {
    return [];
  }
  return [
    {
      type: 'audio',
      ...(data !== undefined && { bytes: Uint8Array.from(Buffer.from(data, 'base64')) }),
      ...(transcript !== undefined && { transcript }),
      format,
    },
  ];
}
