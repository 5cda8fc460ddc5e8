import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type * as Api from '../../src/api/iris';
import type { EmbeddingResult, ModelDelta, ModelResult } from '../../src/model/deltas';
import type { ModelMessage } from '../../src/model/messages';
import type { ModelError } from '../../src/model/model-error';
import type {
  EmbedOptions,
  ModelMetadata,
  ModelOptions,
  MultimodalModel,
  PromptAttachment,
} from '../../src/model/multimodal-model';
import type { KnownCapabilities } from '../../src/shared/capabilities';
import type { ChatParameters, EffectiveParameter, ParameterLayer } from '../../src/shared/parameters';
import type { UsageSums } from '../../src/shared/usage-report';
import { OpenAiServer } from '../servers/openai-server';
import { answerText, refuse } from '../servers/replies';
import { irisApi, setEndpoints } from './support/iris';

describe('the public API', () => {
  let api: Api.IrisApi;
  let server: OpenAiServer;

  before(async () => {
    api = await irisApi();
    await setEndpoints(undefined);
  });
  beforeEach(async () => {
    server = await OpenAiServer.start();
  });
  afterEach(async () => {
    await setEndpoints(undefined);
    await server.close();
  });

  const useServer = () => setEndpoints([{ name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' }]);

  it('tells its version', () => assert.equal(api.version, 2));

  it('gives the built-in engine before there is an endpoint, and it reads a picture', async () => {
    const model = await api.getModel();
    assert(model.metadata.offline);
    const bytes = await readDemoFile('pictures/error.png');
    const { text } = await model.complete('What does it say?', [
      { type: 'image', image: { mediaType: 'image/png', bytes } },
    ]);
    assert.match(text, /TypeError/);
  }).timeout(60_000);

  it('gives the model of the endpoint, which asks its server', async () => {
    await useServer();
    const model = await api.getModel();
    assert.deepEqual(named(model), { endpoint: 'Test', model: 'test-vision', offline: false });
    const bytes = await readDemoFile('pictures/chart.png');
    const result = await model.complete('How is it?', [{ type: 'image', image: { mediaType: 'image/png', bytes } }]);
    assert.equal(result.text, 'All is well.');
    assert.equal(result.finishReason, 'stop');
    assert.deepEqual(result.usage, { inputTokens: 11, outputTokens: 7 });
    assert.deepEqual(server.questions[0]?.images, [{ mediaType: 'image/png', bytes: Buffer.from(bytes) }]);
    assert.equal(server.questions[0]?.question.model, 'test-vision');
  });

  it('streams', async () => {
    await useServer();
    server.reply(answerText(['Once ', 'upon ', 'a time']));
    const deltas: Api.ModelDelta[] = [];
    for await (const delta of (await api.getModel()).streamChat([
      { role: 'system', text: 'Tell stories.' },
      { role: 'user', content: [{ type: 'text', text: 'Begin.' }] },
    ])) {
      deltas.push(delta);
    }
    assert.equal(deltas.map((delta) => (delta.type === 'text' ? delta.text : '')).join(''), 'Once upon a time');
    assert(deltas.some(({ type }) => type === 'finish'));
  });

  it('asks nothing before a stream is read, and hangs up when its reader leaves', async () => {
    await useServer();
    server.reply(
      answerText(
        Array.from({ length: 1_000 }, () => 'word '),
        { delay: 5 },
      ),
    );
    const stream = (await api.getModel()).streamComplete('Talk.');
    assert.equal(server.requests.length, 0);
    for await (const delta of stream) {
      if (delta.type === 'text') {
        break;
      }
    }
    assert.equal(await server.questions[0]?.ended, 'abandoned');
  });

  it('ends a request when its signal is aborted', async () => {
    await useServer();
    const controller = new AbortController();
    server.reply(() => controller.abort(new Error('enough')));
    const model = await api.getModel();
    await assert.rejects(model.complete('Talk.', [], { signal: controller.signal }), /enough/);
    assert.equal(await server.questions[0]?.ended, 'abandoned');
  });

  it('tells what failed by kind and status', async () => {
    await useServer();
    server.reply(refuse(404, { error: { message: 'No such model.', code: 'model_not_found' } }));
    const model = await api.getModel();
    await assert.rejects(model.complete('Talk.'), { name: 'ModelError', kind: 'modelNotFound', status: 404 });
  });

  it('tells when another model is used, and leaves those that were given as they are', async () => {
    await useServer();
    const before = await api.getModel();
    const changed = new Promise<void>((resolve) => {
      const subscription = api.onDidChangeModel(() => {
        subscription.dispose();
        resolve();
      });
    });
    await setEndpoints([{ name: 'Other', baseUrl: server.baseUrl, model: 'test-text' }]);
    await changed;
    assert.deepEqual(named(await api.getModel()), { endpoint: 'Other', model: 'test-text', offline: false });
    assert.equal((await before.complete('Still there?')).text, 'All is well.');
    assert.equal(server.questions[0]?.question.model, 'test-vision');
  });
});

function named({ metadata: { endpoint, model, offline } }: Api.MultimodalModel) {
  return { endpoint, model, offline };
}

async function readDemoFile(name: string): Promise<Uint8Array> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder);
  return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, name));
}

/** Compiles only where each value of `From` is one of `To`. */
type Fits<From extends To, To> = [From, To];

/** What other extensions give is what models take, and what models give is what other extensions were promised. */
export type Checks = [
  Fits<Api.MediaPart, PromptAttachment>,
  Fits<Api.ModelMessage, ModelMessage>,
  Fits<Api.ModelOptions, ModelOptions>,
  Fits<Api.EmbedOptions, EmbedOptions>,
  Fits<Api.ParameterLayer, ParameterLayer>,
  Fits<ParameterLayer, Api.ParameterLayer>,
  Fits<Required<ChatParameters>, Required<Api.ChatParameters>>,
  Fits<EffectiveParameter, Api.EffectiveParameter>,
  Fits<KnownCapabilities, Pick<Api.ModelInformation, 'capabilities' | 'sources'>>,
  Fits<Api.ModelCapabilities, ModelMetadata['capabilities']>,
  Fits<UsageSums, Api.UsageSums>,
  Fits<EmbeddingResult, Api.EmbeddingResult>,
  Fits<MultimodalModel, Api.MultimodalModel>,
  Fits<ModelMetadata, Api.ModelMetadata>,
  Fits<ModelResult, Api.ModelResult>,
  Fits<ModelDelta, Api.ModelDelta>,
  Fits<ModelError, Api.ModelError>,
];
