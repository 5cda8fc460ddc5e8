import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function keepPages(_input: LoadedInput<'keepPages'>, _context: TaskContext): Promise<Uint8Array> {
  return Promise.reject(unsupportedPicture());
}
