import type { PdfFacts } from '../pdf-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function readPdf(_input: LoadedInput<'readPdf'>, _context: TaskContext): Promise<PdfFacts> {
  return Promise.reject(unsupportedPicture());
}
