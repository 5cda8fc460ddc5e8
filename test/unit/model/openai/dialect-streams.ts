import type { ModelDelta } from '../../../../src/model/deltas';
import type { ParameterLayer } from '../../../../src/shared/parameters';

/** A stream as one kind of server sends it, and what has to come of it. */
export interface DialectStream {
  /** Its folder in test/fixtures/dialects, which holds it as `stream.sse`. */
  readonly dialect: string;
  /** Where the shape of the chunks comes from; the bytes are written by us. */
  readonly source: string;
  /** What was asked for, where the answer can't be read without knowing. */
  readonly parameters?: ParameterLayer;
  /** Neighbouring pieces of text and reasoning are joined. */
  readonly deltas: readonly ModelDelta[];
  /** How the stream fails after these deltas. */
  readonly failure?: { readonly kind: string; readonly detail: string };
}

const text = (value: string): ModelDelta => ({ type: 'text', text: value });
const reasoning = (value: string): ModelDelta => ({ type: 'reasoning', text: value });
const stop: ModelDelta = { type: 'finish', reason: 'stop' };

export const dialectStreams: readonly DialectStream[] = [
  {
    dialect: 'openai',
    source: 'https://platform.openai.com/docs/api-reference/chat-streaming (n, logprobs, annotations, refusal, usage)',
    parameters: { n: 3 },
    deltas: [
      text('Grüß'),
      {
        type: 'logprobs',
        tokens: [{ token: 'Grüß', logprob: -0.25, alternatives: [{ token: 'Hi', logprob: -1.5 }] }],
      },
      { type: 'text', text: 'Hi', alternative: 1 },
      { type: 'refusal', text: 'No.', alternative: 2 },
      text(' 😀'),
      { type: 'citation', citation: { url: 'https://example.com/a', title: 'A', start: 0, end: 4 } },
      {
        type: 'usage',
        usage: {
          inputTokens: 9,
          outputTokens: 12,
          cachedInputTokens: 4,
          reasoningTokens: 0,
          audioInputTokens: 0,
          audioOutputTokens: 0,
        },
      },
      { type: 'finish', reason: 'stop', alternatives: ['stop', 'stop'] },
    ],
  },
  {
    dialect: 'openai-tools',
    source: 'https://platform.openai.com/docs/guides/function-calling#streaming',
    deltas: [
      { type: 'toolCall', index: 0, id: 'call_a', name: 'get_weather' },
      { type: 'toolCall', index: 0, argumentsText: '{"city":' },
      { type: 'toolCall', index: 0, argumentsText: '"Zürich"}' },
      { type: 'toolCall', index: 1, id: 'call_b', name: 'get_time', argumentsText: '{}' },
      { type: 'finish', reason: 'toolCalls' },
    ],
  },
  {
    dialect: 'openai-audio',
    source: 'https://platform.openai.com/docs/guides/audio (a streamed answer is spoken as pcm16)',
    parameters: { modalities: ['text', 'audio'], audio: { voice: 'alloy', format: 'pcm16' } },
    deltas: [
      { type: 'audio', transcript: 'Hel', format: 'pcm16' },
      { type: 'audio', bytes: Uint8Array.of(0, 1, 2, 255), format: 'pcm16' },
      { type: 'audio', transcript: 'lo', format: 'pcm16' },
      { type: 'audio', bytes: Uint8Array.of(255, 127), format: 'pcm16' },
      {
        type: 'usage',
        usage: {
          inputTokens: 20,
          outputTokens: 30,
          cachedInputTokens: 0,
          reasoningTokens: 0,
          audioInputTokens: 11,
          audioOutputTokens: 25,
        },
      },
      stop,
    ],
  },
  {
    dialect: 'azure',
    source:
      'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-streaming (chunks without choices or delta)',
    deltas: [text('Hello'), { type: 'usage', usage: { inputTokens: 8, outputTokens: 1, cachedInputTokens: 0 } }, stop],
  },
  {
    dialect: 'vllm',
    source: 'https://docs.vllm.ai/en/latest/features/reasoning_outputs.html (with continuous_usage_stats)',
    deltas: [reasoning('A cat?'), text('猫'), { type: 'usage', usage: { inputTokens: 5, outputTokens: 4 } }, stop],
  },
  {
    dialect: 'ollama',
    source: 'https://github.com/ollama/ollama/blob/main/openai/openai.go (a whole call, and `stop` after it)',
    deltas: [
      reasoning('Look up.'),
      { type: 'toolCall', index: 0, id: 'call_x1', name: 'look', argumentsText: '{"at":"map"}' },
      { type: 'usage', usage: { inputTokens: 26, outputTokens: 9 } },
      { type: 'finish', reason: 'toolCalls' },
    ],
  },
  {
    dialect: 'lm-studio',
    source: 'https://lmstudio.ai/docs/app/api/endpoints/openai (thoughts stay in the text unless they are parsed)',
    deltas: [
      reasoning('Hm.'),
      text('Yes, `<think>`.'),
      { type: 'usage', usage: { inputTokens: 12, outputTokens: 11 } },
      stop,
    ],
  },
  {
    dialect: 'llama-cpp',
    source: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md (timings, no usage)',
    deltas: [
      reasoning('We greet.'),
      text('Hello'),
      { type: 'usage', usage: { inputTokens: 237, outputTokens: 35, cachedInputTokens: 236 } },
      { type: 'finish', reason: 'length' },
    ],
  },
  {
    dialect: 'openrouter',
    source: 'https://openrouter.ai/docs/api_reference/streaming and /docs/use-cases/reasoning-tokens',
    deltas: [
      reasoning('Hm.'),
      text('See [a](https://a.example).'),
      { type: 'citation', citation: { url: 'https://a.example/', title: 'A' } },
      {
        type: 'usage',
        usage: {
          inputTokens: 10,
          outputTokens: 4,
          cachedInputTokens: 0,
          reasoningTokens: 2,
          cost: { dollars: 0.00014, source: 'server' },
        },
      },
      stop,
    ],
  },
  {
    dialect: 'openrouter-error',
    source: 'https://openrouter.ai/docs/api/errors (a provider breaks off), reasoning_details alone',
    deltas: [reasoning('Sum.'), text('Half')],
    failure: { kind: 'serverError', detail: 'Provider returned error (upstream gone)' },
  },
  {
    dialect: 'gemini',
    source:
      'https://ai.google.dev/gemini-api/docs/openai (thoughts in tags; parallel calls all numbered 0; `stop` after calls)',
    deltas: [
      reasoning('Two calls.'),
      text('One moment.'),
      { type: 'toolCall', index: 0, id: 'f-1', name: 'weather', argumentsText: '{"city":"Bern"}' },
      { type: 'toolCall', index: 1, id: 'f-2', name: 'weather', argumentsText: '{"city":"Rom"}' },
      { type: 'usage', usage: { inputTokens: 7, outputTokens: 25, reasoningTokens: 12 } },
      { type: 'finish', reason: 'toolCalls' },
    ],
  },
  {
    dialect: 'anthropic',
    source: 'https://platform.claude.com/docs/en/api/openai-sdk',
    deltas: [
      text('Hello'),
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 2 } },
      { type: 'finish', reason: 'length' },
    ],
  },
  {
    dialect: 'mistral',
    source: 'https://docs.mistral.ai/capabilities/reasoning (content as parts, whole calls)',
    deltas: [
      reasoning('Hm, ok.'),
      text('Bonjour'),
      { type: 'toolCall', index: 0, id: 'D681PevKs', name: 'look', argumentsText: '{"at":1}' },
      { type: 'usage', usage: { inputTokens: 20, outputTokens: 30 } },
      { type: 'finish', reason: 'toolCalls' },
    ],
  },
  {
    dialect: 'deepseek',
    source: 'https://api-docs.deepseek.com/guides/reasoning_model and /guides/kv_cache',
    deltas: [
      reasoning('想'),
      text('好'),
      { type: 'usage', usage: { inputTokens: 10, outputTokens: 6, cachedInputTokens: 8, reasoningTokens: 3 } },
      stop,
    ],
  },
  {
    dialect: 'xai',
    source: 'https://docs.x.ai/docs/guides/reasoning and https://docs.x.ai/developers/cost-tracking',
    deltas: [
      reasoning('Thinking'),
      text('Coca-Cola'),
      { type: 'citation', citation: { url: 'https://x.ai/a' } },
      {
        type: 'usage',
        usage: {
          inputTokens: 38,
          outputTokens: 22,
          cachedInputTokens: 5,
          reasoningTokens: 20,
          audioInputTokens: 0,
          cost: { dollars: 0.0037756, source: 'server' },
        },
      },
      stop,
    ],
  },
  {
    dialect: 'together',
    source: 'https://docs.together.ai/docs/deepseek-r1 (tags in the text) and /docs/logprobs',
    deltas: [
      reasoning('Hm'),
      text('Hi'),
      { type: 'logprobs', tokens: [{ token: 'Hi', logprob: -0.5, alternatives: [{ token: 'Yo', logprob: -2 }] }] },
      { type: 'usage', usage: { inputTokens: 6, outputTokens: 5 } },
      stop,
    ],
  },
  {
    dialect: 'groq',
    source: 'https://console.groq.com/docs/reasoning and /docs/api-reference (usage in x_groq)',
    deltas: [reasoning('Hm'), text('Salut'), { type: 'usage', usage: { inputTokens: 14, outputTokens: 3 } }, stop],
  },
  {
    dialect: 'litellm',
    source: 'https://docs.litellm.ai/docs/reasoning_content (the thoughts come twice)',
    deltas: [
      reasoning('Hm.'),
      text('Hi'),
      { type: 'usage', usage: { inputTokens: 110, outputTokens: 3, cachedInputTokens: 100 } },
      stop,
    ],
  },
  {
    dialect: 'perplexity',
    source:
      'https://docs.perplexity.ai/api-reference/chat-completions-post (sources and the text so far in each chunk)',
    deltas: [
      text('Bern[1]'),
      { type: 'citation', citation: { url: 'https://a.example/' } },
      { type: 'citation', citation: { url: 'https://b.example/', title: 'B' } },
      {
        type: 'usage',
        usage: { inputTokens: 9, outputTokens: 2, cost: { dollars: 0.00502, source: 'server' } },
      },
      stop,
    ],
  },
];
