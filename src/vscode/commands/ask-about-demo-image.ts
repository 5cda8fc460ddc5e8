import * as vscode from 'vscode';
import { readUris } from '../attachments/read-uris';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

const question = 'What does this screenshot say, and what went wrong?';

/** Asks about a picture that comes with Iris, so that there is something to try at once. */
export function askAboutDemoImage(panels: Panels, extensionUri: vscode.Uri): Command {
  return {
    id: commandIds.askAboutDemoImage,
    async run() {
      const picture = vscode.Uri.joinPath(extensionUri, 'demo', 'pictures', 'error.png');
      const { files } = await readUris([picture]);
      await panels.attach(files);
      await panels.suggest(question);
    },
  };
}
