import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readUris } from '../attachments/read-uris';
import type { Panels } from '../panel/panels';
import { activeResource } from './active-resource';
import { attachFiles } from './attach-files';
import type { Command } from './command';
import type { CommandId } from './command-ids';

/**
 * Asks about files from a menu, which gives the file under the pointer and all that are selected, or from the palette,
 * which gives nothing: then about what the active editor shows.
 */
export function askAboutFiles(id: CommandId, panels: Panels): Command {
  return {
    id,
    async run(clicked, selected) {
      const uris = urisOf(clicked, selected);
      if (uris.length === 0) {
        void vscode.window.showInformationMessage(t('Open or select a file first, then ask about it.'));
        return;
      }
      await attachFiles(panels, await readUris(uris));
    },
  };
}

function urisOf(clicked: unknown, selected: unknown): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) ? selected.filter((item) => item instanceof vscode.Uri) : [];
  if (uris.length > 0) {
    return uris;
  }
  const uri = clicked instanceof vscode.Uri ? clicked : activeResource();
  return uri ? [uri] : [];
}
