import type * as vscode from 'vscode';
import type { ScreenService } from '../../media-process/screen-service';
import type { Panels } from '../panel/panels';
import { pictureName } from '../screenshot/picture-name';
import { takeScreenshot } from '../screenshot/take-screenshot';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface AskAboutScreenshotOptions {
  readonly panels: Pick<Panels, 'attach'>;
  readonly media: ScreenService;
  readonly extensionUri: vscode.Uri;
}

/** Takes a picture of a screen, a window or a region and attaches it. */
export function askAboutScreenshot({ panels, media, extensionUri }: AskAboutScreenshotOptions): Command {
  return {
    id: commandIds.askAboutScreenshot,
    async run() {
      const bytes = await takeScreenshot({ media, extensionUri });
      if (bytes) {
        await panels.attach([{ name: pictureName('Screenshot', new Date()), bytes }]);
      }
    },
  };
}
