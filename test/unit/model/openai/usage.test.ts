import assert from 'node:assert/strict';
import { readTimings, readUsage } from '../../../../src/model/openai/usage';

describe('Usage', () => {
  for (const [server, wire, expected] of [
    [
      'OpenAI',
      {
        prompt_tokens: 100,
        completion_tokens: 50,
        total_tokens: 150,
        prompt_tokens_details: { cached_tokens: 64, audio_tokens: 8 },
        completion_tokens_details: { reasoning_tokens: 30, audio_tokens: 4, accepted_prediction_tokens: 0 },
      },
      {
        inputTokens: 100,
        outputTokens: 50,
        cachedInputTokens: 64,
        reasoningTokens: 30,
        audioInputTokens: 8,
        audioOutputTokens: 4,
      },
    ],
    [
      'OpenAI’s Responses API',
      {
        input_tokens: 10,
        output_tokens: 5,
        input_tokens_details: { cached_tokens: 2 },
        output_tokens_details: { reasoning_tokens: 1 },
      },
      { inputTokens: 10, outputTokens: 5, cachedInputTokens: 2, reasoningTokens: 1 },
    ],
    [
      'DeepSeek',
      { prompt_tokens: 10, completion_tokens: 5, prompt_cache_hit_tokens: 8, prompt_cache_miss_tokens: 2 },
      { inputTokens: 10, outputTokens: 5, cachedInputTokens: 8 },
    ],
    [
      'Anthropic, which counts the cache beside the input',
      { input_tokens: 10, output_tokens: 5, cache_read_input_tokens: 100, cache_creation_input_tokens: 20 },
      { inputTokens: 130, outputTokens: 5, cachedInputTokens: 100 },
    ],
    [
      'a gateway that tells details of the input and Anthropic’s names beside them',
      {
        input_tokens: 100,
        output_tokens: 50,
        total_tokens: 150,
        input_tokens_details: { cached_tokens: 40 },
        cache_read_input_tokens: 40,
      },
      { inputTokens: 100, outputTokens: 50, cachedInputTokens: 40 },
    ],
    [
      'a gateway whose total has no room for the cache beside the input',
      { input_tokens: 100, output_tokens: 50, total_tokens: 150, cache_read_input_tokens: 40 },
      { inputTokens: 100, outputTokens: 50, cachedInputTokens: 40 },
    ],
    [
      'a gateway that adds Anthropic’s cache to the total',
      { input_tokens: 10, output_tokens: 5, total_tokens: 115, cache_read_input_tokens: 100 },
      { inputTokens: 110, outputTokens: 5, cachedInputTokens: 100 },
    ],
    [
      'LiteLLM, which counts the cache in the input',
      { prompt_tokens: 110, completion_tokens: 5, total_tokens: 115, cache_read_input_tokens: 100 },
      { inputTokens: 110, outputTokens: 5, cachedInputTokens: 100 },
    ],
    [
      'Moonshot',
      { prompt_tokens: 9, completion_tokens: 5, cached_tokens: 4 },
      { inputTokens: 9, outputTokens: 5, cachedInputTokens: 4 },
    ],
    [
      'xAI, which counts reasoning beside the output, and money in ticks',
      {
        prompt_tokens: 32,
        completion_tokens: 9,
        total_tokens: 141,
        completion_tokens_details: { reasoning_tokens: 100 },
        cost_in_usd_ticks: 37_756_000,
      },
      { inputTokens: 32, outputTokens: 109, reasoningTokens: 100, cost: { dollars: 0.0037756, source: 'server' } },
    ],
    [
      'Gemini, which counts reasoning only in the total',
      { prompt_tokens: 20, completion_tokens: 198, total_tokens: 623 },
      { inputTokens: 20, outputTokens: 603, reasoningTokens: 405 },
    ],
    [
      'OpenRouter',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 15,
        cost: 0.00014,
        cost_details: { upstream_inference_cost: null },
      },
      { inputTokens: 10, outputTokens: 5, cost: { dollars: 0.00014, source: 'server' } },
    ],
    [
      'OpenRouter with a key of one’s own',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        cost: 0.25,
        is_byok: true,
        cost_details: { upstream_inference_cost: 0.5 },
      },
      { inputTokens: 10, outputTokens: 5, cost: { dollars: 0.75, source: 'server' } },
    ],
    [
      'Perplexity',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 15,
        search_context_size: 'low',
        cost: { input_tokens_cost: 0.00001, output_tokens_cost: 0.00001, request_cost: 0.005, total_cost: 0.00502 },
      },
      { inputTokens: 10, outputTokens: 5, cost: { dollars: 0.00502, source: 'server' } },
    ],
    ['an embeddings server', { prompt_tokens: 4, total_tokens: 6 }, { inputTokens: 4, outputTokens: 0 }],
    [
      'a server that counts the output and the total',
      { completion_tokens: 5, total_tokens: 100 },
      { inputTokens: 95, outputTokens: 5 },
    ],
    ['a server that counts the output alone', { completion_tokens: 5 }, { inputTokens: 0, outputTokens: 5 }],
  ] as const) {
    it(`is read as ${server} counts it`, () => assert.deepEqual(readUsage(wire), expected));
  }

  for (const nothing of [
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { prompt_tokens: -1, completion_tokens: 'many' },
    { prompt_tokens: NaN },
  ]) {
    it(`is none where ${JSON.stringify(nothing)} is reported`, () => assert.equal(readUsage(nothing), undefined));
  }

  it('passes over details that are nonsense', () => {
    assert.deepEqual(
      readUsage({
        prompt_tokens: 1,
        completion_tokens: 2,
        prompt_tokens_details: [],
        completion_tokens_details: 'x',
        cost: {},
      }),
      { inputTokens: 1, outputTokens: 2 },
    );
  });

  it('is taken from the timings of llama.cpp', () => {
    assert.deepEqual(readTimings({ timings: { cache_n: 236, prompt_n: 1, prompt_ms: 30.9, predicted_n: 35 } }), {
      inputTokens: 237,
      outputTokens: 35,
      cachedInputTokens: 236,
    });
    assert.equal(readTimings({ timings: null }), undefined);
  });

  it('is taken from Ollama’s own fields', () => {
    assert.deepEqual(readTimings({ prompt_eval_count: 26, eval_count: 9 }), { inputTokens: 26, outputTokens: 9 });
  });
});
