import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EndpointSettings } from '../../src/vscode/endpoints/endpoint-settings';
import { OpenAiServer } from '../servers/openai-server';
import { irisApi, setEndpoints, until } from './support/iris';

const mine = { name: 'Mine', baseUrl: 'http://127.0.0.1:9/v1', model: 'mine' };

describe('endpoint settings', () => {
  let settings: EndpointSettings;
  beforeEach(() => {
    settings = new EndpointSettings();
  });
  afterEach(async () => {
    settings.dispose();
    await setEndpoints(undefined);
  });

  it('are kept in the user settings, and tell when they change', async () => {
    let changes = 0;
    settings.onDidChange(() => changes++);
    await settings.save(mine);
    assert.deepEqual(settings.endpoints, [mine]);
    assert.deepEqual(inspect()?.globalValue, [mine]);
    assert.equal(changes, 1);
  });

  it('replace an endpoint by its name and keep the others and their order', async () => {
    await settings.save(mine);
    await settings.save({ ...mine, name: 'Second' });
    await settings.save({ ...mine, model: 'better' });
    assert.deepEqual(settings.endpoints, [
      { ...mine, model: 'better' },
      { ...mine, name: 'Second' },
    ]);
  });

  it('keep entries that cannot be read, and say what is wrong with them', async () => {
    const broken = { name: 'Broken', baseUrl: 'ftp://example.com', model: 'x' };
    await setEndpoints([broken]);
    assert.deepEqual(settings.endpoints, []);
    assert.match(settings.problems.join(), /"Broken".*https/);
    await settings.save(mine);
    assert.deepEqual(inspect()?.globalValue, [broken, mine]);
  });

  it('leave no trace in the user settings when the last is removed', async () => {
    await settings.save(mine);
    await settings.remove('Mine');
    assert.equal(inspect()?.globalValue, undefined);
  });

  describe('of a workspace', () => {
    const file = () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert(folder);
      return vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
    };
    afterEach(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(file(), '..'), { recursive: true }));

    it('are not read: neither by Iris nor by whoever asks VS Code for them', async () => {
      const server = await OpenAiServer.start();
      const evil = { name: 'Evil', baseUrl: server.baseUrl, model: 'evil' };
      // The other setting shows when VS Code has read the file.
      const text = JSON.stringify({ 'iris.endpoints': [evil], 'editor.tabSize': 7 });
      await vscode.workspace.fs.writeFile(file(), Buffer.from(text));
      await until('the workspace settings', () => {
        const size = vscode.workspace.getConfiguration('editor').inspect('tabSize')?.workspaceValue;
        return size === 7 ? true : undefined;
      });
      assert.deepEqual(settings.endpoints, []);
      assert.deepEqual(vscode.workspace.getConfiguration('iris').get('endpoints'), []);
      const model = await (await irisApi()).getModel();
      assert(model.metadata.offline);
      assert.equal(server.requests.length, 0);
      await server.close();
    });

    it('cannot be written', async () => {
      await vscode.workspace.fs.writeFile(file(), Buffer.from('{}'));
      const configuration = vscode.workspace.getConfiguration('iris');
      await assert.rejects(
        Promise.resolve(configuration.update('endpoints', [mine], vscode.ConfigurationTarget.Workspace)),
      );
    });
  });
});

function inspect() {
  return vscode.workspace.getConfiguration('iris').inspect<unknown>('endpoints');
}
