import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { imageMediaType } from '../../media-process/media-type/image-media-type';
import { fileNameOf } from '../../features/chat-export/file-name';
import { chooseTarget } from '../choose-target';

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
  const stem = fileNameOf(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), t('Picture'));
  const target = await chooseTarget({
    title: t('Save Picture'),
    name: `${stem}.${extension}`,
    filters: { [t('Picture')]: [extension] },
  });
  if (target) {
    await vscode.workspace.fs.writeFile(target, bytes);
  }
}
