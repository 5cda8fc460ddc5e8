import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type * as Api from '../../src/api/iris';
import { OpenAiServer } from '../servers/openai-server';
import { answerText, refuse, sendJson } from '../servers/replies';
import { irisApi, setEndpoints, until } from './support/iris';

const secret = 'sentinel-0123456789abcdef';

describe('the services of the public API', () => {
  let api: Api.IrisApi;
  let server: OpenAiServer;
  let other: OpenAiServer;

  before(async () => {
    api = await irisApi();
  });
  beforeEach(async () => {
    [server, other] = await Promise.all([OpenAiServer.start(), OpenAiServer.start()]);
    other.models = ['other-a', 'other-b'];
    await setEndpoints([
      {
        name: 'Test',
        baseUrl: server.baseUrl,
        model: 'test-vision',
        headers: { 'X-Tenant': secret },
        parameters: { temperature: 0.5, extra_headers: { 'X-Tenant': secret } },
        models: { 'test-vision': { parameters: { seed: 7 }, capabilities: { contextTokens: 4321 } } },
      },
      { name: 'Other', baseUrl: other.baseUrl, model: 'other-a' },
    ]);
  });
  afterEach(async () => {
    await setEndpoints(undefined);
    await Promise.all([server.close(), other.close()]);
  });

  it('list the endpoints, the built-in engine last', async () => {
    const endpoints = (await api.listEndpoints()).filter(({ kind }) => kind !== 'languageModels');
    assert.deepEqual(endpoints, [
      { name: 'Test', kind: 'server', local: true },
      { name: 'Other', kind: 'server', local: true },
      { name: 'Built-in', kind: 'builtIn', local: true },
    ]);
  });

  it('list the models of one endpoint with what is known of them and who says so', async () => {
    const [first, ...rest] = await api.listModels({ endpoint: 'Test' });
    assert.equal(first?.endpoint, 'Test');
    assert.equal(first.id, 'test-vision');
    assert.equal(first.capabilities.contextTokens, 4321);
    assert.equal(first.sources['contextTokens'], 'user');
    assert.equal(first.sources['input.image'], 'assumed');
    assert.deepEqual(
      rest.map(({ id }) => id),
      ['test-text'],
    );
  });

  it('list the models of all endpoints, without those whose list can not be had', async () => {
    other.routes.set('/v1/models', refuse(500));
    const listed = await api.listModels();
    const ids = listed.filter(({ endpoint }) => !endpoint.startsWith('VS Code')).map(({ id }) => id);
    assert.deepEqual(ids, ['test-vision', 'test-text', 'offline-reader']);
    await assert.rejects(api.listModels({ endpoint: 'Other' }), { name: 'ModelError', kind: 'serverError' });
  });

  it('ask the first model that a server lists', async () => {
    const [found] = await api.listModels({ endpoint: 'Other' });
    assert(found);
    const model = await api.getModel({ endpoint: found.endpoint, model: found.id });
    assert.equal((await model.complete('Hello?')).text, 'All is well.');
    assert.equal(other.questions[0]?.question.model, 'other-a');
    assert.equal(server.questions.length, 0);
  });

  it("ask an endpoint's own model where none is named, and the built-in engine by its name", async () => {
    assert.equal((await api.getModel({ endpoint: 'Other' })).metadata.model, 'other-a');
    assert((await api.getModel({ endpoint: 'Built-in' })).metadata.offline);
  });

  it('refuse what is not there and what names nothing', async () => {
    await assert.rejects(api.getModel({ endpoint: 'Nowhere' }), { name: 'ModelError', kind: 'noModel' });
    await assert.rejects(api.getModel({ endpoint: 'Built-in', model: 'x' }), { kind: 'modelNotFound' });
    await assert.rejects(api.getModel({ endpoint: '' }), { kind: 'invalidInput' });
    await assert.rejects((await api.getModel()).complete(''), { name: 'ModelError', kind: 'invalidInput' });
    await assert.rejects(api.clearUsage(' '), { kind: 'invalidInput' });
    assert.equal(server.requests.length, 0);
  });

  it('embed with the model that is named', async () => {
    const reply = sendJson({
      data: [
        { index: 1, embedding: [3, 4] },
        { index: 0, embedding: [1, 2] },
      ],
      usage: { prompt_tokens: 5, total_tokens: 5 },
    });
    other.routes.set('/v1/embeddings', reply);
    const { vectors, usage } = await api.embed(['a', 'b'], { endpoint: 'Other', model: 'other-b' });
    assert.deepEqual(
      vectors.map((vector) => [...vector]),
      [
        [1, 2],
        [3, 4],
      ],
    );
    assert.equal(usage?.inputTokens, 5);
    assert.match(other.requests.at(-1)?.text ?? '', /"model":"other-b"/);
  });

  it('tell the configuration without secrets', () => {
    const configuration = api.getConfiguration();
    assert.deepEqual(configuration.endpoints[0], {
      name: 'Test',
      baseUrl: server.baseUrl,
      model: 'test-vision',
      api: 'chat',
      headerNames: ['X-Tenant'],
      queryNames: [],
    });
    assert.deepEqual(configuration.model, { endpoint: 'Test', model: 'test-vision' });
    assert.deepEqual(configuration.parameters, [
      { name: 'temperature', value: 0.5, source: 'endpoint' },
      { name: 'seed', value: 7, source: 'model' },
      { name: 'extra_headers', value: { 'X-Tenant': '' }, source: 'endpoint' },
    ]);
    assert(!JSON.stringify(configuration).includes(secret));
  });

  it('count what was asked, by model and by day', async () => {
    const before = (await api.getUsage()).total;
    await (await api.getModel({ endpoint: 'Other' })).complete('Hello?');
    const { total, models, days } = await api.getUsage();
    assert.equal(total.requests, before.requests + 1);
    assert.equal(total.inputTokens, before.inputTokens + 11);
    assert(models.some(({ endpoint, model }) => endpoint === 'Other' && model === 'other-a'));
    assert.equal(
      days.reduce((sum, { requests }) => sum + requests, 0),
      total.requests,
    );
  });

  it('keep the usage where the person does not agree to clear it', async () => {
    // A test run shows no dialogs: VS Code answers them with an error or with nothing, never with yes.
    const before = (await api.getUsage()).total;
    assert.notEqual(await api.clearUsage('to try it out').catch(() => false), true);
    assert.deepEqual((await api.getUsage()).total, before);
  });

  it('tell what happens to a request, and nothing of what is said in it', async () => {
    const events: Api.RequestEvent[] = [];
    const subscription = api.onRequestEvent((event) => events.push(event));
    server.reply(answerText(['One ', 'two']), refuse(400, { error: { message: 'No.' } }));
    const model = await api.getModel();
    for await (const _delta of model.streamComplete('Count.', [], { conversationId: 'mine' })) {
      // Only the events are looked at.
    }
    await assert.rejects(model.complete('Again.'));
    subscription.dispose();
    await model.complete('Unheard.');

    const [first] = events;
    const ofFirst = events.filter(({ id }) => id === first?.id);
    const ofSecond = events.filter(({ id }) => id !== first?.id);
    assert.deepEqual(
      ofFirst.map(({ type }) => type).filter((type) => type !== 'delta'),
      ['started', 'firstToken', 'ended'],
    );
    assert(first?.type === 'started' && first.conversationId === 'mine' && first.operation === 'chat');
    assert(ofFirst.some((event) => event.type === 'delta' && event.delta === 'text' && event.characters === 4));
    const ended = ofFirst.at(-1);
    assert(ended?.type === 'ended' && ended.usage.inputTokens === 11 && ended.finishReason === 'stop');
    assert(ofFirst.every(({ milliseconds }, index) => milliseconds >= (ofFirst[index - 1]?.milliseconds ?? 0)));
    const failed = ofSecond.at(-1);
    assert(failed?.type === 'failed' && failed.kind === 'badRequest' && failed.status === 400);
    assert.doesNotMatch(JSON.stringify(events), /Count|Again|One |Unheard/);
  });

  it('tell when another model answers', async () => {
    let changes = 0;
    const subscription = api.onDidChangeModel(() => changes++);
    await setEndpoints([{ name: 'Other', baseUrl: other.baseUrl, model: 'other-b' }]);
    await until('the change', () => (changes > 0 ? true : undefined));
    assert.equal((await api.getModel()).metadata.model, 'other-b');
    subscription.dispose();
    assert.equal(vscode.extensions.getExtension('iris-multimodal.iris-multimodal')?.exports, api);
  });
});
