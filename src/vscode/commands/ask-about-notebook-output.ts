import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { notebookFile, type OpenCell } from '../../features/attach-notebook/notebook-file';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Attaches cells of the open notebook with what they put out: the one whose menu was used, or those that are selected. */
export function askAboutNotebookOutput(panels: Pick<Panels, 'attach'>): Command {
  return {
    id: commandIds.askAboutNotebookOutput,
    async run(clicked) {
      const cells = cellsOf(clicked);
      const [first] = cells;
      if (!first) {
        void vscode.window.showInformationMessage(
          t('Open a notebook and select the cells that you want to ask about.'),
        );
        return;
      }
      const { uri } = first.notebook;
      const title = (uri.path.split('/').at(-1) ?? 'notebook').replace(/\.ipynb$/i, '');
      const numbers = cells.map(({ index }) => index + 1).join(', ');
      const language = cells.find(({ kind }) => kind === vscode.NotebookCellKind.Code)?.document.languageId ?? 'python';
      const name = `${title} (${cells.length === 1 ? t('cell {0}', numbers) : t('cells {0}', numbers)}).ipynb`;
      await panels.attach([{ name, bytes: notebookFile(cells.map(openCell), language), origin: uri.toString() }]);
    },
  };
}

function cellsOf(clicked: unknown): readonly vscode.NotebookCell[] {
  const editor = vscode.window.activeNotebookEditor;
  if (!editor) {
    return [];
  }
  const index: unknown = typeof clicked === 'object' && clicked !== null ? Reflect.get(clicked, 'index') : undefined;
  const ofMenu = typeof index === 'number' && index < editor.notebook.cellCount ? [editor.notebook.cellAt(index)] : [];
  return ofMenu.length > 0 ? ofMenu : editor.selections.flatMap((range) => editor.notebook.getCells(range));
}

function openCell({ index, kind, document, outputs, executionSummary }: vscode.NotebookCell): OpenCell {
  const executionCount = executionSummary?.executionOrder;
  return {
    number: index + 1,
    isCode: kind === vscode.NotebookCellKind.Code,
    source: document.getText(),
    ...(executionCount !== undefined && { executionCount }),
    outputs: outputs.map(({ items }) => items.map(({ mime, data }) => ({ mime, data }))),
  };
}
