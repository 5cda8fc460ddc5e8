import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { AnswerIndenter } from '../../features/answer-in-editor/answer-indenter';
import { fenceLanguage } from '../../features/answer-in-editor/fence-language';
import { FenceStripper } from '../../features/answer-in-editor/fence-stripper';
import { questionText } from '../../features/answer-in-editor/question-text';
import { askForInstruction, type AnswerCommandOptions } from '../editor/answer-request';
import { DocumentSink } from '../editor/document-sink';
import { EditorTarget } from '../editor/editor-target';
import { explainLoss } from '../editor/explain-loss';
import { selectedText } from '../editor/selected-text';
import type { Command } from './command';
import { commandIds } from './command-ids';

const place = t('the new document');

/** Asks for an instruction and streams the answer into an untitled document in the answer's own language. */
export function answerInNewDocument(options: AnswerCommandOptions): Command {
  return { id: commandIds.answerInNewDocument, run: () => answer(options) };
}

async function answer(options: AnswerCommandOptions): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const model = await options.answers.model();
  const request =
    model &&
    (await askForInstruction(options, {
      title: t('Iris: Answer in New Document'),
      prompt: t('What should the new document hold?'),
      placeholder: t('For instance: this chart as a CSV file'),
      selection: editor && selectedText(editor.document, editor.selection),
      target: model.metadata,
    }));
  if (!request) {
    return;
  }
  const { instruction, attachments } = request;
  await options.answers.answer({
    question: { text: questionText(instruction, { type: 'newDocument' }), attachments },
    model,
    place,
    createSink: ({ openChat, stop }) =>
      new DocumentSink({
        open: (language) => openTarget(language, stop),
        createStripper: () => new FenceStripper(),
        createIndenter: () => new AnswerIndenter({ indentation: '', firstLine: '' }),
        onLost: (reason) => void explainLoss({ place, reason, openChat }),
      }),
  });
}

/** An answer that is not fenced is prose, which models write as Markdown. */
async function openTarget(word: string, onUndone: () => void): Promise<EditorTarget> {
  const known = await vscode.languages.getLanguages();
  const language = word === '' ? 'markdown' : (fenceLanguage(word, known) ?? 'plaintext');
  const document = await vscode.workspace.openTextDocument({ language, content: '' });
  await vscode.window.showTextDocument(document, { preview: false });
  return new EditorTarget({ document, range: new vscode.Range(0, 0, 0, 0), onUndone });
}
