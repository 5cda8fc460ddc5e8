import { t } from '@vscode/l10n';
import { MAX_ATTACHMENTS, MAX_FILE_BYTES } from '../../src/shared/limits';
import type { ReceivedFile } from '../../src/shared/protocol';
import { formatBytes } from '../format/format-size';

export interface ReadFiles {
  readonly files: readonly ReceivedFile[];
  /** One sentence for each file that could not be taken. */
  readonly problems: readonly string[];
}

/** Reads files that came through the clipboard or a drop. */
export async function readFiles(files: readonly File[], nameOf: (file: File) => string): Promise<ReadFiles> {
  const read: ReceivedFile[] = [];
  const problems: string[] = [];
  if (files.length > MAX_ATTACHMENTS) {
    problems.push(t('Only the first {0} of {1} files were attached.', MAX_ATTACHMENTS, files.length));
  }
  for (const file of files.slice(0, MAX_ATTACHMENTS)) {
    if (file.size > MAX_FILE_BYTES) {
      const limit = formatBytes(MAX_FILE_BYTES);
      problems.push(t('{0} is {1}. Files up to {2} can be attached.', file.name, formatBytes(file.size), limit));
      continue;
    }
    try {
      const name = nameOf(file);
      const bytes = new Uint8Array(await file.arrayBuffer());
      read.push({ name, ...(name !== file.name && { isNameGiven: true }), bytes });
    } catch {
      // A folder, a file that was deleted meanwhile, or one that may not be read.
      problems.push(t('{0} could not be read. Folders cannot be dropped here; use Attach.', file.name));
    }
  }
  return { files: read, problems };
}
