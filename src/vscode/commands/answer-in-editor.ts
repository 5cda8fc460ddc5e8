import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { AnswerIndenter } from '../../features/answer-in-editor/answer-indenter';
import { FenceStripper } from '../../features/answer-in-editor/fence-stripper';
import { questionText } from '../../features/answer-in-editor/question-text';
import { askForInstruction, type AnswerCommandOptions } from '../editor/answer-request';
import { DocumentSink } from '../editor/document-sink';
import { EditorTarget } from '../editor/editor-target';
import { explainLoss } from '../editor/explain-loss';
import { insertionAt } from '../editor/insertion';
import { isReadOnly } from '../editor/is-read-only';
import { isProse } from '../editor/is-prose';
import { documentName, selectedText } from '../editor/selected-text';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks for an instruction and streams the answer to the cursor, or in place of the selection. */
export function answerInEditor(options: AnswerCommandOptions): Command {
  return {
    id: commandIds.answerInEditor,
    run: async () => {
      const editor = await writableEditor();
      if (editor) {
        await answerIn(editor, options);
      }
    },
  };
}

async function answerIn(editor: vscode.TextEditor, options: AnswerCommandOptions): Promise<void> {
  const { document } = editor;
  const place = documentName(document);
  const { range, after, ...indentation } = insertionAt(editor, editor.selection);
  let stop = (): void => undefined;
  // From now on, so that the place is still right when something changes while the person types.
  const target = new EditorTarget({ document, range, after, onUndone: () => stop() });
  try {
    const selection = selectedText(document, range);
    const model = await options.answers.model();
    const request =
      model &&
      (await askForInstruction(options, {
        title: t('Iris: Answer in {0}', place),
        prompt: selection
          ? t('What should stand in place of the selection?')
          : t('What should be written at the cursor?'),
        placeholder: t('For instance: the HTML for this mock-up'),
        selection,
        target: model.metadata,
      }));
    if (!request) {
      return;
    }
    const text = questionText(request.instruction, {
      type: selection ? 'selection' : 'cursor',
      document: place,
      language: document.languageId,
      indentation: indentationUnit(editor),
    });
    await options.answers.answer({
      question: { text, attachments: request.attachments },
      model,
      place,
      createSink: (controls) => {
        stop = controls.stop;
        return new DocumentSink({
          open: () => Promise.resolve(target),
          createStripper: () => new FenceStripper({ intoProse: isProse(document) }),
          createIndenter: () => new AnswerIndenter(indentation),
          onLost: (reason) => void explainLoss({ place, reason, openChat: controls.openChat }),
        });
      },
    });
  } finally {
    target.dispose();
  }
}

/** The editor to write into; says what is missing where there is none. */
async function writableEditor(): Promise<vscode.TextEditor | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    await vscode.window.showInformationMessage(
      t('Open a file and put the cursor where the answer should go, then run Answer in Editor again.'),
    );
    return undefined;
  }
  if (!vscode.workspace.isTrusted) {
    const manage = t('Manage Workspace Trust');
    const sentence = t(
      'Iris writes into files only in a workspace that you trust. In the chat you can ask all the same.',
    );
    if ((await vscode.window.showWarningMessage(sentence, manage)) === manage) {
      await vscode.commands.executeCommand('workbench.trust.manage');
    }
    return undefined;
  }
  if (await isReadOnly(editor.document.uri)) {
    await vscode.window.showWarningMessage(
      t('This document is read-only, so no answer can be written into it. Use Answer in New Document instead.'),
    );
    return undefined;
  }
  return editor;
}

function indentationUnit({ options: { insertSpaces, tabSize } }: vscode.TextEditor): string {
  return insertSpaces === true && typeof tabSize === 'number' ? t('{0} spaces', tabSize) : 'tabs';
}
