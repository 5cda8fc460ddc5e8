import { t } from '@vscode/l10n';
import { readClipboardImage } from '../../features/clipboard-image/read-clipboard-image';
import { attached, nothing } from '../attachments/attach-outcome';
import type { Panels } from '../panel/panels';
import { pictureName } from '../screenshot/picture-name';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface AskAboutClipboardImageOptions {
  readonly panels: Pick<Panels, 'attach' | 'attachClipboardImage'>;
}

/** Attaches the picture on the clipboard: read by the panel's page, or by a program of the system where that may not. */
export function askAboutClipboardImage({ panels }: AskAboutClipboardImageOptions): Command {
  return attachCommand(commandIds.askAboutClipboardImage, async () => {
    if (await panels.attachClipboardImage()) {
      return attached;
    }
    const image = await readClipboardImage();
    if (image.status !== 'image') {
      return nothing(image.message);
    }
    await panels.attach([{ name: pictureName(t('Clipboard image'), new Date()), bytes: image.bytes }]);
    return attached;
  });
}
