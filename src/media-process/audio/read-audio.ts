import type { AudioFacts } from '../audio-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function readAudio(_input: LoadedInput<'readAudio'>, _context: TaskContext): Promise<AudioFacts> {
  return Promise.reject(unsupportedPicture());
}
