import type { EncodedImage } from '../media-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function extractFrames(
  _input: LoadedInput<'extractFrames'>,
  _context: TaskContext,
): Promise<readonly EncodedImage[]> {
  return Promise.reject(unsupportedPicture());
}
