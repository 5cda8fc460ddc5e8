import { t } from '@vscode/l10n';
import type { DocumentAttachment } from '../../shared/attachment/attachment';
import { MAX_DOCUMENT_BYTES } from '../../shared/limits';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { baseOf, type StoredFile } from '../stored-file';
import { readContent } from './stored-content';

/** What kind of document it is, and how many pictures are in it. */
export async function readDocument(stored: StoredFile, context: PrepareContext): Promise<DocumentAttachment> {
  const { file, source } = stored;
  if (source.byteLength > MAX_DOCUMENT_BYTES) {
    const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
    throw new AttachmentError(
      'tooManyBytes',
      file.name,
      t(
        'It has {0} MB and at most {1} MB are read. Attach a part of it, for instance as a PDF.',
        megabytes(source.byteLength),
        megabytes(MAX_DOCUMENT_BYTES),
      ),
    );
  }
  const { format, pieces } = await readContent({ name: file.name, source }, context);
  if (pieces.length === 0) {
    throw new AttachmentError(
      'empty',
      file.name,
      'There is no text and no picture in it. Check that it is the file you mean, or export it as a PDF and attach that.',
    );
  }
  return {
    ...baseOf(stored),
    kind: 'document',
    format,
    source,
    pictureCount: pieces.filter(({ type }) => type === 'picture').length,
    options: {},
  };
}
