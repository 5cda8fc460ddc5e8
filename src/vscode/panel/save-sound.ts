import { homedir } from 'node:os';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { BlobReference } from '../../shared/blob';
import type { BlobStore } from '../../store/blob-store';

const extensions: ReadonlyMap<string, string> = new Map([
  ['audio/wav', 'wav'],
  ['audio/mpeg', 'mp3'],
  ['audio/flac', 'flac'],
  ['audio/aac', 'aac'],
  ['audio/ogg', 'ogg'],
]);

/** Saves a sound to a file that the person chooses, suggested under the title of its chat. */
export async function saveSound(
  sound: BlobReference,
  { title, blobs }: { readonly title: string; readonly blobs: BlobStore },
): Promise<void> {
  const extension = extensions.get(sound.mediaType) ?? 'bin';
  const name = `${fileName(title)}.${extension}`;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: t('Save Spoken Answer'),
    filters: { Sound: [extension] },
    defaultUri: folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(path.join(homedir(), name)),
  });
  if (!target) {
    return;
  }
  if (!vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(target)) {
    throw new Error(
      'Iris writes into a workspace only when you trust it. The answer was not saved; choose another folder.',
    );
  }
  await vscode.workspace.fs.writeFile(target, await blobs.get(sound.sha256));
}

/** The title without what file systems do not take, and without dots that would hide the file. */
function fileName(title: string): string {
  return title.replace(/[\p{Cc}\s\\/:*?"<>|]+/gu, ' ').replace(/^[\s.]+|[\s.]+$/g, '') || t('Spoken answer');
}
