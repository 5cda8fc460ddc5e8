import type { DocumentContent } from '../document-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function readDocument(_input: LoadedInput<'readDocument'>, _context: TaskContext): Promise<DocumentContent> {
  return Promise.reject(unsupportedPicture());
}
