import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenAiServer } from '../servers/openai-server';
import { ProxyServer } from '../servers/proxy-server';
import { irisApi, setEndpoints } from './support/iris';

describe('The proxy that VS Code is set to', () => {
  const configuration = () => vscode.workspace.getConfiguration('http');

  afterEach(async () => {
    await configuration().update('proxy', undefined, vscode.ConfigurationTarget.Global);
    await setEndpoints(undefined);
  });

  it('leads questions to servers that only it can reach', async () => {
    const server = await OpenAiServer.start();
    await using proxy = await ProxyServer.start(server.port);
    const api = await irisApi();
    await setEndpoints([{ name: 'Far', baseUrl: 'http://models.invalid/v1', model: 'test-vision' }]);
    await assert.rejects((await api.getModel()).complete('Hello?'), { kind: 'hostNotFound' });

    await configuration().update('proxy', proxy.url, vscode.ConfigurationTarget.Global);
    const result = await (await api.getModel()).complete('Hello?');
    assert.equal(result.text, 'All is well.');
    assert.deepEqual(proxy.targets, ['models.invalid:80']);
    assert.equal(server.questions.length, 1);
    await server.close();
  });
});
