import { homedir } from 'node:os';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { imageMediaType } from '../../attachments/image/image-media-type';

const extensions: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'avif'],
  ['image/bmp', 'bmp'],
  ['image/svg+xml', 'svg'],
]);

/** Saves a picture to a file that the person chooses, suggested under its own name. */
export async function savePicture({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<void> {
  const extension = extensions.get(imageMediaType(bytes) ?? '');
  if (extension === undefined) {
    throw new Error(t('This picture is damaged and was not saved.'));
  }
  const suggested = fileName(name, extension);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: t('Save Picture'),
    filters: { [t('Picture')]: [extension] },
    defaultUri: folder ? vscode.Uri.joinPath(folder.uri, suggested) : vscode.Uri.file(path.join(homedir(), suggested)),
  });
  if (!target) {
    return;
  }
  if (!vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(target)) {
    throw new Error(
      t('Iris writes into a workspace only when you trust it. The picture was not saved; choose another folder.'),
    );
  }
  await vscode.workspace.fs.writeFile(target, bytes);
}

/** The name without what file systems do not take and without dots that would hide the file, ending as its format does. */
function fileName(name: string, extension: string): string {
  const plain = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{Cc}\s\\/:*?"<>|]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${plain || t('Picture')}.${extension}`;
}
