import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readUris } from '../attachments/read-uris';
import type { Panels } from '../panel/panels';
import { attachFiles } from './attach-files';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks about files of a folder: the one under the pointer, or one that the person chooses. They are listed first. */
export function askAboutFolder(panels: Panels): Command {
  return {
    id: commandIds.askAboutFolder,
    async run(clicked) {
      const folder = clicked instanceof vscode.Uri ? clicked : await chooseFolder();
      const read = folder && (await readUris([folder]));
      if (read && (read.files.length > 0 || read.problems.length > 0)) {
        await attachFiles(panels, read);
      }
    },
  };
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: t('List Files'),
      title: t('Ask about files of a folder'),
    })) ?? [];
  return folder;
}
