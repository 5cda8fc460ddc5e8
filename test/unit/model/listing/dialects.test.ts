import assert from 'node:assert/strict';
import { listModels } from '../../../../src/model/openai/openai-model';
import type { ListedModel } from '../../../../src/model/model-listing';
import type { RequestLogEntry } from '../../../../src/model/request-log';
import { OpenAiServer } from '../../../servers/openai-server';
import { neverAnswer, refuse, sendJson, type Reply } from '../../../servers/replies';
import { dialects } from './dialects';

describe('The list of models, with what it tells of them, of', () => {
  let server: OpenAiServer;
  beforeEach(async () => (server = await OpenAiServer.start()));
  afterEach(() => server.close());

  const listed = (log?: (entry: RequestLogEntry) => void): Promise<readonly ListedModel[]> =>
    listModels({
      endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm', headers: { 'x-team': 'blue' } },
      apiKey: () => Promise.resolve('right-key'),
      ...(log && { log }),
    });
  const serve = (routes: Readonly<Record<string, Reply>>): void => {
    for (const [path, reply] of Object.entries(routes)) {
      server.routes.set(path, reply);
    }
  };

  for (const { server: name, routes, lists, asksMore = [] } of dialects) {
    it(name, async () => {
      server.key = 'right-key';
      serve(routes);
      assert.deepEqual(await listed(), lists);
      assert.deepEqual(
        server.requests.map(({ method, url }) => `${method} ${url}`),
        ['GET /v1/models', ...asksMore],
      );
      for (const { headers } of server.requests) {
        assert.equal(headers.authorization, 'Bearer right-key');
        assert.equal(headers['x-team'], 'blue');
      }
    });
  }

  /** As if the server were at that address; what is asked elsewhere fails. */
  const listedAt = (baseUrl: string): Promise<readonly ListedModel[]> =>
    listModels({
      endpoint: { name: 'Test', baseUrl, model: 'm' },
      apiKey: () => Promise.resolve('right-key'),
      fetch: (url, init) => {
        const { origin, pathname, search } = new URL(url instanceof Request ? url.url : url);
        assert.equal(origin, new URL(baseUrl).origin);
        return fetch(server.origin + pathname + search, init);
      },
    });

  it('xAI', async () => {
    serve({
      '/v1/models': sendJson({
        data: [{ id: 'grok-3', owned_by: 'xai' }, { id: 'grok-3-latest' }, { id: 'grok-img' }],
      }),
      '/v1/language-models': sendJson({
        models: [
          {
            id: 'grok-3',
            input_modalities: ['text', 'image'],
            output_modalities: ['text'],
            prompt_text_token_price: 30000,
            cached_prompt_text_token_price: 7500,
            completion_text_token_price: 150000,
            aliases: ['grok-3-latest'],
          },
        ],
      }),
    });
    const capabilities = {
      input: { text: true, image: true, audio: false, video: false, pdf: false },
      output: { text: true, image: false, audio: false },
      price: { input: 3, output: 15, cachedInput: 0.75 },
    };
    assert.deepEqual(await listedAt('https://api.x.ai/v1'), [
      { id: 'grok-3', capabilities },
      { id: 'grok-3-latest', capabilities },
      { id: 'grok-img', capabilities: {} },
    ]);
  });

  it('Gemini, whose own list takes the key in a header of its own', async () => {
    serve({
      '/v1beta/openai/models': sendJson({
        object: 'list',
        data: [
          { id: 'models/gemini-2.5-flash', object: 'model', owned_by: 'google', display_name: 'Gemini 2.5 Flash' },
          { id: 'models/embedding-001', object: 'model', owned_by: 'google' },
        ],
      }),
      '/v1beta/models': sendJson({
        models: [
          {
            name: 'models/gemini-2.5-flash',
            displayName: 'Gemini 2.5 Flash',
            inputTokenLimit: 1048576,
            outputTokenLimit: 65536,
            supportedGenerationMethods: ['generateContent', 'countTokens'],
            thinking: true,
          },
          { name: 'models/embedding-001', inputTokenLimit: 2048, supportedGenerationMethods: ['embedContent'] },
        ],
      }),
    });
    assert.deepEqual(await listedAt('https://generativelanguage.googleapis.com/v1beta/openai'), [
      {
        id: 'models/gemini-2.5-flash',
        name: 'Gemini 2.5 Flash',
        capabilities: { reasoning: true, contextTokens: 1048576, maxOutputTokens: 65536 },
      },
      { id: 'models/embedding-001', capabilities: { output: { text: false }, contextTokens: 2048 } },
    ]);
    const [, own] = server.requests;
    assert.equal(own?.headers['x-goog-api-key'], 'right-key');
    assert.equal(own.headers.authorization, undefined);
  });

  it('Ollama asks for each model by its name, and does without those that fail', async () => {
    serve({
      '/v1/models': sendJson({ data: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, owned_by: 'library' })) }),
      '/api/show': (response, request) => {
        const { model } = JSON.parse(request.body.toString('utf8')) as { model: string };
        const reply =
          model === 'c'
            ? refuse(500)
            : sendJson({ capabilities: model === 'b' ? ['completion', 'vision'] : ['completion'] });
        return reply(response, request);
      },
    });
    const models = await listed();
    assert.deepEqual(
      models.map(({ id, capabilities }) => [id, capabilities.input?.image]),
      [
        ['a', false],
        ['b', true],
        ['c', undefined],
        ['d', false],
        ['e', false],
      ],
    );
    assert.equal(server.requests.length, 6);
  });

  it('a server whose further answers never come, or are of no use, is good without them, and the log tells', async () => {
    const log: RequestLogEntry[] = [];
    serve({
      '/v1/models': sendJson({ data: [{ id: 'a', owned_by: 'organization_owner' }] }),
      '/api/v1/models': refuse(500),
      '/api/v0/models': sendJson({ models: 'none' }),
    });
    assert.deepEqual(await listed((entry) => log.push(entry)), [{ id: 'a', capabilities: {} }]);
    assert.equal(log.filter(({ event }) => event === 'failed').length, 1);
  });

  it('a server that is left while it tells more throws the reason', async () => {
    serve({ '/v1/models': sendJson({ data: [{ id: 'a', owned_by: 'library' }] }), '/api/show': neverAnswer });
    const abort = new AbortController();
    const asked = listModels({
      endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm' },
      apiKey: () => Promise.resolve(undefined),
      signal: abort.signal,
    });
    await server.request(2);
    abort.abort(new Error('closed'));
    await assert.rejects(asked, /closed/);
  });
});
