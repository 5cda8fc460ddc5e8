import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { ScreenService } from '../../media-process/screen-service';
import { attached, nothing } from '../attachments/attach-outcome';
import type { Panels } from '../panel/panels';
import { pictureName } from '../screenshot/picture-name';
import { takeScreenshot } from '../screenshot/take-screenshot';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface AskAboutScreenshotOptions {
  readonly panels: Pick<Panels, 'attachToEdit'>;
  readonly media: ScreenService;
  readonly extensionUri: vscode.Uri;
}

/** Takes a picture of a screen, a window or a region and attaches it; what is not to be seen can be covered at once. */
export function askAboutScreenshot({ panels, media, extensionUri }: AskAboutScreenshotOptions): Command {
  return attachCommand(commandIds.askAboutScreenshot, async () => {
    const screenshot = await takeScreenshot({ media, extensionUri });
    switch (screenshot.status) {
      case 'cancelled':
        return screenshot;
      case 'failed':
        return nothing(screenshot.message);
      case 'taken':
        await panels.attachToEdit({ name: pictureName(t('Screenshot'), new Date()), bytes: screenshot.bytes });
        return attached;
    }
  });
}
