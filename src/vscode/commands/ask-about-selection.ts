import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { documentAttachment } from '../attachments/document-attachment';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks about what is selected in the active editor; about all of it where nothing is. */
export function askAboutSelection(panels: Panels): Command {
  return {
    id: commandIds.askAboutSelection,
    async run() {
      const editor = vscode.window.activeTextEditor;
      if (!editor) {
        void vscode.window.showInformationMessage(t('Open a text file and select what you want to ask about.'));
        return;
      }
      const ranges = editor.selections.filter((selection) => !selection.isEmpty);
      await panels.attach(
        ranges.length > 0
          ? ranges.map((range) => documentAttachment(editor.document, range))
          : [documentAttachment(editor.document)],
      );
    },
  };
}
