import type { DocumentContent } from '../document-service';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { refuseOldDocument } from './old-document';
import { readNotebook } from './notebook/read-notebook';
import { readPackage } from './read-package';

/** The text and pictures of an office document or a notebook. Macros, scripts and links in it are only ever text. */
export async function readDocument(
  { source }: LoadedInput<'readDocument'>,
  context: TaskContext,
): Promise<DocumentContent> {
  if (source[0] === 0x50 && source[1] === 0x4b) {
    return await readPackage(source, context);
  }
  refuseOldDocument(source);
  return readNotebook(source);
}
