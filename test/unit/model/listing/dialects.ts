import type { ListedModel } from '../../../../src/model/model-listing';
import { refuse, sendJson, type Reply } from '../../../servers/replies';

export interface Dialect {
  readonly server: string;
  /** Answers by path; those that are missing are a 404. */
  readonly routes: Readonly<Record<string, Reply>>;
  readonly lists: readonly ListedModel[];
  /** Requests after `GET /v1/models`. */
  readonly asksMore?: readonly string[];
}

const ofOllama = [{ type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' }] as const;

/** Lists as servers write them, and what they tell of their models. */
export const dialects: readonly Dialect[] = [
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
        adjustments: ofOllama,
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
    lists: [{ id: 'llava:7b', capabilities: { contextTokens: 4096 }, adjustments: ofOllama }],
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
