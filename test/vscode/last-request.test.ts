import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { IrisApi } from '../../src/api/iris';
import { OpenAiServer } from '../servers/openai-server';
import { closeAllEditors } from './support/editors';
import { irisApi, setEndpoints, until } from './support/iris';

describe('Iris: Show Last Request', () => {
  let api: IrisApi;
  let server: OpenAiServer;

  before(async () => {
    api = await irisApi();
  });
  beforeEach(async () => {
    server = await OpenAiServer.start();
    await setEndpoints([{ name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' }]);
  });
  afterEach(async () => {
    await closeAllEditors();
    await setEndpoints(undefined);
    await server.close();
  });

  it('shows what went out and came back, changes with the next request, and can not be edited', async () => {
    const model = await api.getModel();
    const bytes = new Uint8Array([1, 2, 3]);
    await model.complete('What is it?', [{ type: 'image', image: { mediaType: 'image/png', bytes } }]);
    await vscode.commands.executeCommand('iris.showLastRequest');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, 'iris-request');
    assert.equal(editor.document.languageId, 'markdown');
    const text = await until('the answer', () => found(/All is well/));
    assert(text.includes(`POST ${server.baseUrl}/chat/completions`), text);
    assert.match(text, /"text": "What is it\?"/);
    assert.match(text, /\[image\/png, 3 bytes, SHA-256 [0-9a-f]{64}\]/);
    assert.match(text, /HTTP 200/);
    assert.match(text, /\| Connected \| First byte \| First token \| Last byte \|\n.*\n(\| \d+ ms ){4}\|/);

    await model.complete('And now?');
    assert(!(await until('the next request', () => found(/And now\?/))).includes('What is it?'));

    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'mine')).then(undefined, () => false);
    assert(!editor.document.getText().startsWith('mine'));
  });

  it('is copied as a curl command', async () => {
    await (await api.getModel()).complete("It's me.");
    await vscode.commands.executeCommand('iris.copyLastRequestAsCurl');
    const command = await vscode.env.clipboard.readText();
    assert(command.startsWith(`curl -N '${server.baseUrl}/chat/completions'`), command);
    assert(command.includes(`It'\\''s me.`), command);
  });

  function found(pattern: RegExp): string | undefined {
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    return pattern.test(text) ? text : undefined;
  }
});
