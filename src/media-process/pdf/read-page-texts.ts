import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function readPageTexts(_input: LoadedInput<'readPageTexts'>, _context: TaskContext): Promise<readonly string[]> {
  return Promise.reject(unsupportedPicture());
}
