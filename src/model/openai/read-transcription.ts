import { asArray, asRecord } from '../json';
import type { TranscribedSegment, Transcription } from '../transcription';
import { readUsage } from './usage';

/** Reads the answer of `POST /audio/transcriptions`, short or verbose; undefined when it is something else. */
export function readTranscription(body: unknown): Transcription | undefined {
  const answer = asRecord(body);
  const text = answer?.['text'];
  if (typeof text !== 'string') {
    return undefined;
  }
  const usage = readUsage(answer?.['usage']);
  const segments = asArray(answer?.['segments']).flatMap((segment) => readSegment(segment) ?? []);
  return { text, segments, ...(usage && { usage }) };
}

function readSegment(value: unknown): TranscribedSegment | undefined {
  const segment = asRecord(value);
  const [start, end, text] = [segment?.['start'], segment?.['end'], segment?.['text']];
  return isSeconds(start) && isSeconds(end) && typeof text === 'string' ? { start, end, text } : undefined;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
