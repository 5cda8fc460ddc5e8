import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileNameOf } from '../../features/chat-export/file-name';
import type { BlobReference } from '../../shared/blob';
import type { BlobStore } from '../../store/blob-store';
import { chooseTarget } from '../choose-target';

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
  const target = await chooseTarget({
    title: t('Save Spoken Answer'),
    name: `${fileNameOf(title, t('Spoken answer'))}.${extension}`,
    filters: { [t('Sound')]: [extension] },
  });
  if (target) {
    await vscode.workspace.fs.writeFile(target, await blobs.get(sound.sha256));
  }
}
