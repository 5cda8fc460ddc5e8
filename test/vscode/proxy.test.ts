import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { storedMedia } from '../../src/conversation/stored-media';
import { createOpenAiModel } from '../../src/model/openai/openai-model';
import { createBlobStore } from '../../src/store/file-blob-store';
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

  it('leads questions with stored media there too', async () => {
    const server = await OpenAiServer.start();
    await using proxy = await ProxyServer.start(server.port);
    const directory = await mkdtemp(join(tmpdir(), 'iris-proxy-'));
    const blobs = createBlobStore(directory);
    const picture = randomBytes(100_000);
    const image = storedMedia(blobs, await blobs.put(picture, 'image/png'));
    const model = createOpenAiModel({
      endpoint: { name: 'Far', baseUrl: 'http://models.invalid/v1', model: 'test-vision' },
      model: 'test-vision',
      apiKey: () => Promise.resolve(undefined),
    });
    const ask = () => model.chat([{ role: 'user', content: [{ type: 'image', image }] }]);
    await assert.rejects(ask(), { kind: 'hostNotFound' });

    await configuration().update('proxy', proxy.url, vscode.ConfigurationTarget.Global);
    assert.equal((await ask()).text, 'All is well.');
    assert.deepEqual(proxy.targets, ['models.invalid:80']);
    assert.deepEqual(server.questions[0]?.images, [{ mediaType: 'image/png', bytes: picture }]);
    await server.close();
    await rm(directory, { recursive: true });
  });
});
