import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { attached, cancelled, nothing } from '../attachments/attach-outcome';
import { readUris } from '../attachments/read-uris';
import type { Panels } from '../panel/panels';
import { attachCommand } from './attach-command';
import { attachFiles } from './attach-files';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks about files of a folder: the one under the pointer, or one that the person chooses. They are listed first. */
export function askAboutFolder(panels: Panels): Command {
  return attachCommand(commandIds.askAboutFolder, async (clicked) => {
    const folder = clicked instanceof vscode.Uri ? clicked : await chooseFolder();
    const { files, problems } = folder ? await readUris([folder]) : { files: [], problems: [] };
    if (files.length > 0) {
      await attachFiles(panels, { files, problems });
      return attached;
    }
    return problems.length > 0 ? nothing(problems.join(' ')) : cancelled;
  });
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
