import assert from 'node:assert/strict';
import { listModels } from '../../../../src/model/openai/openai-model';
import type { ListedModel } from '../../../../src/model/model-listing';
import type { RequestLogEntry } from '../../../../src/model/request-log';
import { OpenAiServer } from '../../../servers/openai-server';
import { neverAnswer, refuse, sendJson, type Reply } from '../../../servers/replies';

interface Dialect {
  readonly server: string;
  /** Answers by path; those that are missing are a 404. */
  readonly routes: Readonly<Record<string, Reply>>;
  readonly lists: readonly ListedModel[];
  /** Requests after `GET /v1/models`. */
  readonly asksMore?: readonly string[];
}

const dialects: readonly Dialect[] = [
  {
    server: 'OpenAI, Azure and GitHub',
    routes: {
      '/v1/models': sendJson({ object: 'list', data: [{ id: 'gpt-4o', object: 'model', owned_by: 'system' }] }),
    },
    lists: [{ id: 'gpt-4o', capabilities: {} }],
  },
  {
    server: 'OpenRouter',
    routes: {
      '/v1/models': sendJson({
        data: [
          {
            id: 'acme/omni',
            name: 'Acme: Omni',
            context_length: 200000,
            architecture: { input_modalities: ['text', 'image', 'audio', 'file'], output_modalities: ['text'] },
            top_provider: { context_length: 200000, max_completion_tokens: 64000, is_moderated: false },
            supported_parameters: ['tools', 'reasoning', 'structured_outputs', 'temperature'],
            pricing: {
              prompt: '0.0000025',
              completion: '0.00001',
              image: '0.003613',
              request: '0',
              input_cache_read: '0.00000125',
              audio: '0.00004',
              internal_reasoning: '0',
            },
          },
          {
            id: 'acme/free:free',
            name: 'Acme: Free',
            context_length: 8192,
            architecture: { modality: 'text->text' },
            top_provider: { max_completion_tokens: null },
            supported_parameters: ['temperature'],
            pricing: { prompt: '0', completion: '0' },
          },
          {
            id: 'openrouter/auto',
            context_length: 2000000,
            architecture: { input_modalities: ['text', 'image', 'video'], output_modalities: ['text', 'image'] },
            pricing: { prompt: '-1', completion: '-1' },
          },
        ],
      }),
    },
    lists: [
      {
        id: 'acme/omni',
        name: 'Acme: Omni',
        capabilities: {
          input: { text: true, image: true, audio: true, video: false, pdf: true },
          output: { text: true, image: false, audio: false },
          tools: true,
          reasoning: true,
          structuredOutput: true,
          contextTokens: 200000,
          maxOutputTokens: 64000,
          price: { input: 2.5, output: 10, cachedInput: 1.25, audioInput: 40, image: 0.003613 },
        },
      },
      {
        id: 'acme/free:free',
        name: 'Acme: Free',
        capabilities: {
          input: { text: true, image: false, audio: false, video: false },
          output: { text: true, image: false, audio: false },
          tools: false,
          reasoning: false,
          structuredOutput: false,
          contextTokens: 8192,
          price: { input: 0, output: 0 },
        },
      },
      {
        id: 'openrouter/auto',
        capabilities: {
          input: { text: true, image: true, audio: false, video: true },
          output: { text: true, image: true, audio: false },
          contextTokens: 2000000,
        },
      },
    ],
  },
  {
    server: 'Mistral',
    routes: {
      '/v1/models': sendJson({
        object: 'list',
        data: [
          {
            id: 'pixtral-12b',
            object: 'model',
            owned_by: 'mistralai',
            name: 'pixtral-12b-2409',
            capabilities: { completion_chat: true, function_calling: true, vision: true, fine_tuning: false },
            max_context_length: 131072,
            type: 'base',
          },
          {
            id: 'mistral-embed',
            capabilities: { completion_chat: false, function_calling: false, vision: false },
            max_context_length: 8192,
          },
        ],
      }),
    },
    lists: [
      {
        id: 'pixtral-12b',
        name: 'pixtral-12b-2409',
        capabilities: { input: { image: true }, output: { text: true }, tools: true, contextTokens: 131072 },
      },
      {
        id: 'mistral-embed',
        capabilities: { input: { image: false }, output: { text: false }, tools: false, contextTokens: 8192 },
      },
    ],
  },
  {
    server: 'Groq',
    routes: {
      '/v1/models': sendJson({
        object: 'list',
        data: [{ id: 'llama-4', owned_by: 'Meta', active: true, context_window: 131072, max_completion_tokens: 8192 }],
      }),
    },
    lists: [{ id: 'llama-4', capabilities: { contextTokens: 131072, maxOutputTokens: 8192 } }],
  },
  {
    server: 'Together',
    routes: {
      '/v1/models': sendJson([
        {
          id: 'Qwen/Qwen-VL',
          object: 'model',
          type: 'chat',
          display_name: 'Qwen VL',
          context_length: 32768,
          pricing: { hourly: 0, input: 1.95, output: 8, base: 0, finetune: 0 },
        },
        { id: 'black-forest/flux', type: 'image', pricing: { hourly: 0, input: 0, output: 0 } },
      ]),
    },
    lists: [
      {
        id: 'Qwen/Qwen-VL',
        name: 'Qwen VL',
        capabilities: { contextTokens: 32768, price: { input: 1.95, output: 8 } },
      },
      { id: 'black-forest/flux', capabilities: { output: { text: false } } },
    ],
  },
  {
    server: 'vLLM',
    routes: {
      '/v1/models': sendJson({
        object: 'list',
        data: [{ id: 'Qwen/Qwen2.5-VL', object: 'model', owned_by: 'vllm', root: 'Qwen', max_model_len: 4096 }],
      }),
    },
    lists: [{ id: 'Qwen/Qwen2.5-VL', capabilities: { contextTokens: 4096 } }],
  },
  {
    server: 'llama.cpp',
    routes: {
      '/v1/models': sendJson({
        models: [{ name: 'tiny.gguf', model: 'tiny.gguf', capabilities: ['completion', 'multimodal'] }],
        object: 'list',
        data: [{ id: 'tiny.gguf', owned_by: 'llamacpp', meta: { n_ctx: 8192, n_ctx_train: 32768 } }],
      }),
      '/props': sendJson({
        modalities: { vision: true, audio: true, video: false },
        default_generation_settings: { n_ctx: 4096 },
        chat_template_caps: { supports_tools: true },
      }),
    },
    asksMore: ['GET /props'],
    lists: [
      {
        id: 'tiny.gguf',
        capabilities: {
          input: { text: true, image: true, audio: true, video: false },
          images: { formats: ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'] },
          tools: true,
          contextTokens: 4096,
        },
      },
    ],
  },
  {
    server: 'llama.cpp without a projector, whose properties are closed',
    routes: {
      '/v1/models': sendJson({
        models: [{ name: 'text.gguf', model: 'text.gguf', capabilities: ['completion'] }],
        data: [{ id: 'text.gguf', owned_by: 'llamacpp', meta: { n_ctx: 8192 } }],
      }),
      '/props': refuse(501, { error: { message: 'This server does not support properties.' } }),
    },
    asksMore: ['GET /props'],
    lists: [
      {
        id: 'text.gguf',
        capabilities: { input: { text: true, image: false, audio: false, video: false }, contextTokens: 8192 },
      },
    ],
  },
  {
    server: 'Ollama',
    routes: {
      '/v1/models': sendJson({ object: 'list', data: [{ id: 'gemma3:4b', object: 'model', owned_by: 'library' }] }),
      '/api/show': sendJson({
        parameters: 'temperature                    0.7\nnum_ctx                        16384',
        model_info: { 'general.architecture': 'gemma3', 'gemma3.context_length': 131072 },
        capabilities: ['completion', 'vision', 'tools', 'thinking'],
      }),
    },
    asksMore: ['POST /api/show'],
    lists: [
      {
        id: 'gemma3:4b',
        capabilities: {
          input: { text: true, image: true, audio: false, video: false, pdf: false },
          output: { text: true },
          images: { formats: ['image/png', 'image/jpeg', 'image/webp'] },
          tools: true,
          reasoning: true,
          contextTokens: 16384,
        },
      },
    ],
  },
  {
    server: 'an Ollama that tells no capabilities yet',
    routes: {
      '/v1/models': sendJson({ data: [{ id: 'llava:7b', owned_by: 'library' }] }),
      '/api/show': sendJson({ model_info: { 'llama.context_length': 4096 }, details: { family: 'llama' } }),
    },
    asksMore: ['POST /api/show'],
    lists: [{ id: 'llava:7b', capabilities: { contextTokens: 4096 } }],
  },
  {
    server: 'LM Studio',
    routes: {
      '/v1/models': sendJson({ data: [{ id: 'google/gemma-3-4b', object: 'model', owned_by: 'organization_owner' }] }),
      '/api/v1/models': sendJson({
        models: [
          {
            type: 'llm',
            key: 'google/gemma-3-4b',
            display_name: 'Gemma 3 4B',
            max_context_length: 131072,
            loaded_instances: [{ id: 'google/gemma-3-4b', config: { context_length: 4096 } }],
            capabilities: { vision: true, trained_for_tool_use: false },
          },
        ],
      }),
    },
    asksMore: ['GET /api/v1/models'],
    lists: [
      {
        id: 'google/gemma-3-4b',
        name: 'Gemma 3 4B',
        capabilities: {
          input: { image: true },
          images: { formats: ['image/png', 'image/jpeg'] },
          contextTokens: 4096,
        },
      },
    ],
  },
  {
    server: 'an older LM Studio',
    routes: {
      '/v1/models': sendJson({
        data: [
          { id: 'qwen2-vl', owned_by: 'organization_owner' },
          { id: 'qwen3', owned_by: 'organization_owner' },
          { id: 'nomic', owned_by: 'organization_owner' },
        ],
      }),
      '/api/v0/models': sendJson({
        object: 'list',
        data: [
          { id: 'qwen2-vl', type: 'vlm', state: 'not-loaded', max_context_length: 32768 },
          {
            id: 'qwen3',
            type: 'llm',
            state: 'loaded',
            max_context_length: 40960,
            loaded_context_length: 8192,
            capabilities: ['tool_use'],
          },
          { id: 'nomic', type: 'embeddings', max_context_length: 2048 },
        ],
      }),
    },
    asksMore: ['GET /api/v1/models', 'GET /api/v0/models'],
    lists: [
      {
        id: 'qwen2-vl',
        capabilities: {
          input: { image: true },
          images: { formats: ['image/png', 'image/jpeg'] },
          contextTokens: 32768,
        },
      },
      { id: 'qwen3', capabilities: { input: { image: false }, tools: true, contextTokens: 8192 } },
      { id: 'nomic', capabilities: { output: { text: false } } },
    ],
  },
  {
    server: 'LiteLLM',
    routes: {
      '/v1/models': (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'x-litellm-version': '1.80.0' });
        response.end(JSON.stringify({ data: [{ id: 'vision', object: 'model', owned_by: 'openai' }], object: 'list' }));
      },
      '/model/info': sendJson({
        data: [
          {
            model_name: 'vision',
            litellm_params: { model: 'openai/gpt-4o' },
            model_info: {
              mode: 'chat',
              max_input_tokens: 128000,
              max_output_tokens: 16384,
              input_cost_per_token: 0.0000025,
              output_cost_per_token: 0.00001,
              cache_read_input_token_cost: null,
              supports_vision: true,
              supports_audio_input: false,
              supports_pdf_input: null,
              supports_function_calling: true,
              supports_response_schema: true,
              supports_reasoning: null,
            },
          },
        ],
      }),
    },
    asksMore: ['GET /model/info'],
    lists: [
      {
        id: 'vision',
        capabilities: {
          input: { image: true, audio: false },
          output: { text: true },
          tools: true,
          structuredOutput: true,
          contextTokens: 128000,
          maxOutputTokens: 16384,
          price: { input: 2.5, output: 10 },
        },
      },
    ],
  },
];

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
