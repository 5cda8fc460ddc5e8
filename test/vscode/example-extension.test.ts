import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenAiServer } from '../servers/openai-server';
import { closeAllEditors } from './support/editors';
import { setEndpoints, until } from './support/iris';

describe('the example extension of the documentation', () => {
  let server: OpenAiServer;

  beforeEach(async () => {
    server = await OpenAiServer.start();
    await setEndpoints([{ name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' }]);
  });
  afterEach(async () => {
    await closeAllEditors();
    await setEndpoints(undefined);
    await server.close();
  });

  it('describes the image in the active tab and tells what that took', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'pictures/chart.png');
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the tab of the image', () => vscode.window.tabGroups.activeTabGroup.activeTab);
    const text = await vscode.commands.executeCommand<string>('describeWithIris.describeImage');
    assert.match(text, /^All is well\.\ntest-vision: 11 tokens in, 7 out, \d+ requests so far$/);
    const bytes = Buffer.from(await vscode.workspace.fs.readFile(uri));
    assert.deepEqual(server.questions[0]?.images, [{ mediaType: 'image/png', bytes }]);
  });
});
