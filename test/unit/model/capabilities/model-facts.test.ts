import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ModelFacts } from '../../../../src/model/capabilities/model-facts';
import type { Endpoint } from '../../../../src/model/endpoint';
import type { ImagePart } from '../../../../src/model/messages';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';
import { answerText, refuse } from '../../../servers/replies';
import { memoryStore } from './memory-store';

const picture: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: new Uint8Array([1]) } };

describe('The facts about models', () => {
  let folder: string;
  let facts: ModelFacts;
  const store = memoryStore();
  const endpoint: Endpoint = { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1', model: 'gpt-4o' };
  beforeEach(async () => {
    store.values.clear();
    folder = await mkdtemp(path.join(tmpdir(), 'iris-facts-'));
    facts = new ModelFacts({ store, listDirectory: folder });
  });
  afterEach(async () => {
    facts.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('come from the table once it is read, which is told', async () => {
    const place = { endpoint, model: 'gpt-4o' };
    const changed = new Promise<void>((resolve) => facts.onDidChange(() => resolve()));
    assert.equal(facts.known(place).sources['input.image'], 'assumed');
    await changed;
    await facts.load(endpoint);
    const { capabilities, sources } = facts.known(place);
    assert.equal(capabilities.input?.image, true);
    assert.equal(sources['input.image'], 'table');
    assert.equal(sources['price'], 'table');
  });

  it('tell how a kind of server has to be asked, until it says otherwise', async () => {
    const place = { endpoint, model: 'llava' };
    const older = { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' } as const;
    const newer = { ...older, to: 'max_completion_tokens' };
    await facts.keepList(endpoint, [{ id: 'llava', capabilities: {}, adjustments: [older] }], { endpoints: [] });
    assert.deepEqual(facts.adjustments(place), [older]);
    await facts.addAdjustment(place, newer);
    assert.deepEqual(facts.adjustments(place), [newer]);
    await facts.forget(place);
    assert.deepEqual(facts.adjustments(place), [older]);
  });

  it('tell how the server at an address has to be asked before it has listed a model', async () => {
    const ollama: Endpoint = { name: 'Ollama', baseUrl: 'http://192.168.1.5:11434/v1', model: 'llava' };
    const place = { endpoint: ollama, model: 'llava' };
    const older = { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' } as const;
    assert.deepEqual(facts.adjustments(place), [older]);
    assert.deepEqual(facts.adjustments({ endpoint, model: 'llava' }), []);
    await facts.keepList(ollama, [{ id: 'llava', capabilities: {} }], { endpoints: [] });
    assert.deepEqual(facts.adjustments(place), []);
    assert.deepEqual(facts.adjustments({ endpoint: ollama, model: 'another' }), [older]);
  });

  it('come from the list rather than the table, and from the person rather than both', async () => {
    const said: Endpoint = { ...endpoint, models: { 'gpt-4o': { capabilities: { contextTokens: 5000 } } } };
    const model = { id: 'gpt-4o', capabilities: { contextTokens: 4000, maxOutputTokens: 300 } };
    await facts.keepList(said, [model], { endpoints: [] });
    await facts.load(said);
    const { capabilities, sources } = facts.known({ endpoint: said, model: 'gpt-4o' });
    assert.deepEqual([capabilities.contextTokens, capabilities.maxOutputTokens], [5000, 300]);
    assert.deepEqual(
      [sources['contextTokens'], sources['maxOutputTokens'], sources['tools']],
      ['user', 'server', 'table'],
    );
    assert.equal(facts.told(said, model).contextTokens, 5000);
  });

  it('tell which endpoints have a model: by their settings, and by their last lists', async () => {
    const other: Endpoint = { name: 'Azure', baseUrl: 'https://example.com/v1', model: 'own', models: { named: {} } };
    assert.deepEqual(
      ['own', 'named', 'gpt-4o'].map((model) => facts.has({ endpoint: other, model })),
      [true, true, false],
    );
    await facts.keepList(other, [{ id: 'gpt-4o', capabilities: {} }], { endpoints: [] });
    assert.equal(facts.has({ endpoint: other, model: 'gpt-4o' }), true);
  });

  it('of a list hold nothing that is only assumed', async () => {
    await facts.load(endpoint);
    assert.deepEqual(facts.told(endpoint, { id: 'my-own', capabilities: {} }), {});
  });

  describe('are learned from a server', () => {
    let server: OpenAiServer;
    beforeEach(async () => (server = await OpenAiServer.start()));
    afterEach(() => server.close());

    const place = () => ({ endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm' }, model: 'm' });
    const learning = () =>
      facts.learnFrom(createOpenAiModel({ ...place(), apiKey: () => Promise.resolve(undefined) }), place());

    it('that refuses pictures, and forgotten when it takes one', async () => {
      const asked = learning();
      server.reply(refuse(400, { error: { message: 'This model does not support image input' } }));
      await assert.rejects(asked.complete('What is this?', [picture]), { kind: 'imagesUnsupported' });
      const { capabilities, sources } = facts.known(place());
      assert.equal(capabilities.input?.image, false);
      assert.equal(sources['input.image'], 'learned');
      await asked.complete('And in words?');
      assert.equal(facts.known(place()).capabilities.input?.image, false);
      for await (const delta of asked.streamComplete('And now?', [picture])) {
        assert.notEqual(delta.type, 'retry');
      }
      assert.equal(facts.known(place()).sources['input.image'], 'assumed');
    });

    it('in a stream as in a whole answer', async () => {
      const asked = learning();
      const message = 'request (12013 tokens) exceeds the available context size (8192 tokens), try increasing it';
      server.reply(refuse(400, { error: { message, type: 'exceed_context_size_error' } }), answerText(['ok']));
      await assert.rejects(async () => {
        for await (const delta of asked.streamChat([{ role: 'user', content: [{ type: 'text', text: 'Long' }] }])) {
          assert.fail(delta.type);
        }
      });
      assert.equal(facts.known(place()).capabilities.contextTokens, 8192);
      await facts.forget(place());
      assert.equal(facts.known(place()).capabilities.contextTokens, undefined);
    });
  });
});
