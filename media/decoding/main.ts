import '../configure-language';
import type { DecodingOutcome, DecodingTask } from '../../src/shared/decoding';
import { decodeFrames } from './decode-frames';
import { decodeSound } from './decode-sound';

/** Does what the host asked for, with the codecs of this browser. */
export async function decode(blob: Blob, task: DecodingTask, signal: AbortSignal): Promise<DecodingOutcome> {
  return task.type === 'frames'
    ? { type: 'frames', pictures: await decodeFrames(blob, task, signal) }
    : { type: 'sound', samples: await decodeSound(blob, task, signal) };
}
