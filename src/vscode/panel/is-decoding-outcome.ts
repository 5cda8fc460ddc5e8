import type { DecodingOutcome } from '../../shared/decoding';
import { isRecord } from '../../store/guard';

const maxPictures = 1_000;

/** Whether something is what a page answers that was asked to decode. */
export function isDecodingOutcome(value: unknown): value is DecodingOutcome {
  if (!isRecord(value)) {
    return false;
  }
  switch (value['type']) {
    case 'frames': {
      const pictures = value['pictures'];
      return (
        Array.isArray(pictures) &&
        pictures.length <= maxPictures &&
        pictures.every((picture) => picture instanceof Uint8Array)
      );
    }
    case 'sound':
      return value['samples'] instanceof Float32Array;
    case 'failed':
      return typeof value['reason'] === 'string';
    default:
      return false;
  }
}
