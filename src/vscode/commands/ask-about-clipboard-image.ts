import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readClipboardImage } from '../../features/clipboard-image/read-clipboard-image';
import type { Panels } from '../panel/panels';
import { pictureName } from '../screenshot/picture-name';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface AskAboutClipboardImageOptions {
  readonly panels: Pick<Panels, 'attach' | 'attachClipboardImage'>;
}

/** Attaches the picture on the clipboard: read by the panel's page, or by a program of the system where that may not. */
export function askAboutClipboardImage({ panels }: AskAboutClipboardImageOptions): Command {
  return {
    id: commandIds.askAboutClipboardImage,
    async run() {
      if (await panels.attachClipboardImage()) {
        return;
      }
      const image = await readClipboardImage();
      if (image.status === 'image') {
        await panels.attach([{ name: pictureName(t('Clipboard image'), new Date()), bytes: image.bytes }]);
      } else {
        await vscode.window.showInformationMessage(image.message);
      }
    },
  };
}
