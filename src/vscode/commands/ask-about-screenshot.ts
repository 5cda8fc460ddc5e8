import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { ScreenService } from '../../media-process/screen-service';
import type { Panels } from '../panel/panels';
import { pictureName } from '../screenshot/picture-name';
import { takeScreenshot } from '../screenshot/take-screenshot';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface AskAboutScreenshotOptions {
  readonly panels: Pick<Panels, 'attachToEdit'>;
  readonly media: ScreenService;
  readonly extensionUri: vscode.Uri;
}

/** Takes a picture of a screen, a window or a region and attaches it; what is not to be seen can be covered at once. */
export function askAboutScreenshot({ panels, media, extensionUri }: AskAboutScreenshotOptions): Command {
  return {
    id: commandIds.askAboutScreenshot,
    async run() {
      const bytes = await takeScreenshot({ media, extensionUri });
      if (bytes) {
        await panels.attachToEdit({ name: pictureName(t('Screenshot'), new Date()), bytes });
      }
    },
  };
}
