import * as vscode from 'vscode';
import type { Attachment } from '../../shared/attachment/attachment';
import { sha256Of } from '../../store/sha256';

/**
 * Identifiers of the attachments whose files hold other bytes than when they were attached. A file that is gone is no
 * other file: what was attached is kept and sent.
 */
export async function findChangedFiles(attachments: readonly Attachment[]): Promise<ReadonlySet<string>> {
  const changed = await Promise.all(
    attachments.map(async (attachment) => ((await isChanged(attachment)) ? [attachment.id] : [])),
  );
  return new Set(changed.flat());
}

async function isChanged({ origin, fileSha256 }: Attachment): Promise<boolean> {
  if (origin === undefined || fileSha256 === undefined) {
    return false;
  }
  try {
    return (await sha256Of(await vscode.workspace.fs.readFile(vscode.Uri.parse(origin)))) !== fileSha256;
  } catch {
    return false;
  }
}
