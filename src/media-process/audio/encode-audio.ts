import type { EncodedAudio } from '../audio-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function encodeAudio(
  _input: LoadedInput<'encodeAudio'>,
  _context: TaskContext,
): Promise<readonly EncodedAudio[]> {
  return Promise.reject(unsupportedPicture());
}
