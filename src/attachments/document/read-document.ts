import type { DocumentAttachment } from '../../shared/attachment/attachment';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import type { StoredFile } from '../stored-file';

export function readDocument({ file }: StoredFile, _context: PrepareContext): Promise<DocumentAttachment> {
  return Promise.reject(new AttachmentError('unsupportedFormat', file.name, 'Attach a screenshot of it.'));
}
