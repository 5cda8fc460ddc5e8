import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { describeInterruption } from '../../src/conversation/failure-text';
import { OpenConversations } from '../../src/conversation/open-conversations';
import { AnswerIndenter } from '../../src/features/answer-in-editor/answer-indenter';
import { FenceStripper } from '../../src/features/answer-in-editor/fence-stripper';
import { ModelError } from '../../src/model/model-error';
import type { MultimodalModel } from '../../src/model/multimodal-model';
import { createBlobStore } from '../../src/store/file-blob-store';
import { createDerivedForms } from '../../src/store/file-derived-forms';
import { createConversationStore } from '../../src/store/file-conversation-store';
import { DocumentSink } from '../../src/vscode/editor/document-sink';
import { EditorAnswers } from '../../src/vscode/editor/editor-answers';
import { EditorTarget } from '../../src/vscode/editor/editor-target';
import { ScriptedModel, answer, text } from '../unit/conversation/scripted-model';

interface Button {
  readonly title: string;
}

describe('an answer in an editor that fails', () => {
  let directory: string;
  let conversations: OpenConversations;
  let opened: string[];
  let actions: string[];
  let shown: { readonly message: string; readonly buttons: readonly string[] }[];
  const { showErrorMessage } = vscode.window;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-failures-'));
    const blobs = createBlobStore(path.join(directory, 'blobs'));
    const store = createConversationStore({
      directory,
      blobs,
      derived: createDerivedForms({ directory: path.join(directory, 'derived'), blobs }),
      draftBlobs: () => Promise.resolve(new Set()),
      describeInterruption,
    });
    conversations = new OpenConversations({ store, blobs });
    opened = [];
    actions = [];
    shown = [];
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showErrorMessage });
    await conversations.closeAll();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(directory, { recursive: true });
  });

  /** The person presses these buttons, one for each failure, and closes the failures after that. */
  const press = (...titles: readonly string[]): void => {
    const left = [...titles];
    const show = (message: string, ...buttons: readonly Button[]): Promise<Button | undefined> => {
      shown.push({ message, buttons: buttons.map(({ title }) => title) });
      const wanted = left.shift();
      return Promise.resolve(buttons.find(({ title }) => title === wanted));
    };
    Object.assign(vscode.window, { showErrorMessage: show });
  };

  /** Asks, and gives what stands in the document in the end. */
  const ask = async (model: MultimodalModel): Promise<string> => {
    const document = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(document, { preview: false });
    const answers = new EditorAnswers({
      conversations,
      currentModel: () => Promise.resolve(model),
      openChat: (id) => Promise.resolve(void opened.push(id)),
      runAction: (action) => Promise.resolve(actions.push(action) > 0),
    });
    await answers.answer({
      question: { text: 'Write.', attachments: [] },
      model,
      place: 'here',
      createSink: ({ stop }) =>
        new DocumentSink({
          open: () =>
            Promise.resolve(new EditorTarget({ document, range: new vscode.Range(0, 0, 0, 0), onUndone: stop })),
          createStripper: () => new FenceStripper(),
          createIndenter: () => new AnswerIndenter({ indentation: '', firstLine: '' }),
          onLost: () => undefined,
        }),
    });
    answers.dispose();
    return document.getText();
  };

  it('says why, and writes the answer of the next try in place of what had come', async () => {
    press('Retry');
    const cut = [...text('```\nhalf of'), new ModelError('connectionLost', 'The connection was lost.')];
    assert.equal(await ask(new ScriptedModel(cut, answer('```\nall of it\n```'))), 'all of it');
    assert.equal(shown.length, 1);
    assert.match(shown[0]?.message ?? '', /What came so far is kept/);
    await vscode.commands.executeCommand('undo');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '');
  });

  it('goes on where it ended', async () => {
    press('Continue');
    const cut = [...text('```\nhalf '), new ModelError('connectionLost', 'The connection was lost.')];
    assert.equal(await ask(new ScriptedModel(cut, answer('and half\n```'))), 'half and half');
  });

  it('asks again by itself once the key is set', async () => {
    press('Set Key…');
    const refused = [new ModelError('unauthorized', 'Wrong key.', { status: 401 })];
    assert.equal(await ask(new ScriptedModel(refused, answer('in'))), 'in');
    assert.deepEqual(actions, ['setApiKey']);
  });

  it('keeps what came, and shows its chat, when the person wants no more', async () => {
    press('Open Chat');
    const cut = [...text('so far'), new ModelError('serverError', 'Oops.', { status: 500 })];
    assert.equal(await ask(new ScriptedModel(cut)), 'so far');
    assert.equal(opened.length, 1);
    assert(shown[0]?.buttons.includes('Retry'));
  });
});
