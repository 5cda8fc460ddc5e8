import * as vscode from 'vscode';
import type { Attachment } from '../../shared/attachment/attachment';
import { MAX_FILE_BYTES } from '../../shared/limits';
import { sha256Of } from '../../store/sha256';

/**
 * Identifiers of the attachments whose files hold other bytes than when they were attached. A file that is gone is no
 * other file: what was attached is kept and sent.
 */
export async function findChangedFiles(attachments: readonly Attachment[]): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  // One after the other: many large files at once would fill the memory.
  for (const attachment of attachments) {
    if (await isChanged(attachment)) {
      changed.add(attachment.id);
    }
  }
  return changed;
}

async function isChanged(attachment: Attachment): Promise<boolean> {
  const { origin, fileSha256 } = attachment;
  if (origin === undefined || fileSha256 === undefined) {
    return false;
  }
  const uri = vscode.Uri.parse(origin);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // A folder, pipe or device that has its name now is no other version of the file, and is not read.
    if (!(type & vscode.FileType.File)) {
      return false;
    }
    if (size > MAX_FILE_BYTES || size !== attachedSize(attachment, size)) {
      return true;
    }
    return (await sha256Of(await vscode.workspace.fs.readFile(uri))) !== fileSha256;
  } catch {
    return false;
  }
}

/** Bytes of the file as it was attached; a text is kept in another encoding, so its size tells nothing. */
function attachedSize(attachment: Attachment, otherwise: number): number {
  return attachment.kind === 'text' || attachment.kind === 'link' ? otherwise : attachment.source.byteLength;
}
