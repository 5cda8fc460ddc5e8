import assert from 'node:assert/strict';
import { parameterProblem, parameterProblems } from '../../../src/shared/check-parameters';
import { parameterSpecs } from '../../../src/shared/parameter-specs';

const key = 'sk-sentinel-0123456789abcdef';
const loop: Record<string, unknown> = {};
loop['self'] = loop;

const good: Readonly<Record<string, readonly unknown[]>> = {
  temperature: [0, 0.7, 2],
  top_p: [0, 1],
  seed: [0, -5, Number.MAX_SAFE_INTEGER],
  presence_penalty: [-2, 2],
  frequency_penalty: [-2, 2],
  logit_bias: [{}, { 50256: -100, 13: 100 }],
  max_completion_tokens: [1, 1_000_000],
  stop: ['END', ['a', 'b', 'c', 'd'], '\n'],
  n: [1, 128],
  logprobs: [true, false],
  top_logprobs: [0, 20],
  response_format: [
    { type: 'text' },
    { type: 'json_object' },
    { type: 'json_schema', json_schema: { name: 'a-b_1', schema: { type: 'object' }, strict: true, description: 'd' } },
    { type: 'json_schema', json_schema: { name: 'a' } },
    { type: 'json_schema', schema_file: 'schemas/answer.json', strict: false },
  ],
  reasoning_effort: ['none', 'xhigh', 'default'],
  verbosity: ['low', 'chatty'],
  modalities: [['text', 'audio'], 'text'],
  audio: [{ voice: 'alloy', format: 'wav' }],
  prediction: [
    { type: 'content', content: 'x' },
    { type: 'content', content: '' },
    {
      type: 'content',
      content: [
        { type: 'text', text: 'x' },
        { type: 'text', text: '' },
      ],
    },
  ],
  tools: [
    [{ type: 'function', function: { name: 'look', parameters: { type: 'object' } } }],
    [{ type: 'web_search' }, { type: 'custom', custom: { name: 'c' } }],
  ],
  tool_choice: ['none', 'auto', 'required', { type: 'function', function: { name: 'look' } }],
  parallel_tool_calls: [true],
  web_search_options: [{}, { search_context_size: 'low' }],
  image_detail: ['auto', 'low', 'high', 'original'],
  service_tier: ['auto', 'scale'],
  store: [false],
  metadata: [{}, { [`${'k'.repeat(64)}`]: 'v'.repeat(512) }],
  prompt_cache_key: ['key of a cache'],
  safety_identifier: ['user-1'],
  user: ['user-1'],
  stream: [true, false],
  stream_options: [{ include_usage: true }],
  extra_headers: [{}, { 'X-Title': 'Iris' }, { 'x-portkey-provider': 'openai', 'x-author': 'somebody' }],
  extra_query: [{ beta: 'true', 'api-version': 'preview' }],
  extra_body: [{ top_k: 40, nested: [{ deep: null }] }],
};

const bad: Readonly<Record<string, readonly unknown[]>> = {
  temperature: [-0.1, 2.1, '1', Number.NaN, true],
  top_p: [1.01],
  seed: [0.5, '1', 2 ** 60],
  presence_penalty: [-2.1],
  frequency_penalty: [3],
  logit_bias: [[], { 1: 101 }, { word: 1 }, { 1: '1' }, 'x'],
  max_completion_tokens: [0, 1.5, Number.POSITIVE_INFINITY],
  stop: ['', [], ['a', 'b', 'c', 'd', 'e'], ['a', 1], 7],
  n: [0, 129],
  logprobs: [1, 'true'],
  top_logprobs: [21, -1],
  response_format: [
    'json_object',
    {},
    { type: 'xml' },
    { type: 'json_schema' },
    { type: 'json_schema', json_schema: {} },
    { type: 'json_schema', json_schema: { name: 'has space' } },
    { type: 'json_schema', json_schema: { name: 'a', schema: [] } },
    { type: 'json_schema', json_schema: { name: 'a', strict: 'yes' } },
    { type: 'json_schema', schema_file: '' },
    { type: 'json_schema', schema_file: 'a.json', strict: 1 },
    { type: 'json_schema', schema_file: 'a.json', json_schema: { name: 'a' } },
  ],
  reasoning_effort: ['', 3],
  verbosity: [false, ''],
  modalities: [[], [1]],
  audio: [{ voice: 'alloy' }, { voice: '', format: 'wav' }, 'alloy'],
  prediction: [
    'x',
    { type: 'text', content: 'x' },
    { type: 'content' },
    { type: 'content', content: [] },
    { type: 'content', content: ['x'] },
    { type: 'content', content: [{ type: 'text' }] },
    { type: 'content', content: [{ type: 'image_url', text: 'x' }] },
  ],
  tools: [[], {}, [{}], [{ type: 'function' }], [{ type: 'function', function: { name: '' } }], ['x']],
  tool_choice: ['', 1, {}, []],
  parallel_tool_calls: ['no'],
  web_search_options: [true, []],
  image_detail: ['huge', '', 1],
  service_tier: [1],
  store: ['yes'],
  metadata: [
    { a: 1 },
    { ['k'.repeat(65)]: 'v' },
    { a: 'v'.repeat(513) },
    { '': 'v' },
    Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v'])),
  ],
  prompt_cache_key: ['', 1],
  safety_identifier: [''],
  user: [{}],
  stream: ['yes'],
  stream_options: ['x', []],
  extra_headers: [
    { 'X Title': 'Iris' },
    { 'X-Title': 'two\nlines' },
    { 'X-Title': 1 },
    { Authorization: 'x' },
    { 'api-key': 'x' },
    { 'X-Tenant-Key': 'x' },
    { 'X-Any': key },
    { 'X-Any': 'Bearer abc' },
    { Host: 'elsewhere' },
    { 'Content-Type': 'text/plain' },
    { Cookie: 'a=b' },
    [],
  ],
  extra_query: [{ beta: true }, { api_key: 'x' }, { sig: 'x' }, { any: key }, 'a=b'],
  extra_body: [[], 'x', { deep: Number.NaN }, { call: () => 1 }, { big: 1n }, loop],
};

describe('The check of parameters', () => {
  it('has good and bad values of every parameter to try', () => {
    const names = parameterSpecs.map(({ name }) => name).sort();
    assert.deepEqual(Object.keys(good).sort(), names);
    assert.deepEqual(Object.keys(bad).sort(), names);
  });

  for (const [name, values] of Object.entries(good)) {
    it(`accepts good values of ${name}, and null`, () => {
      for (const value of [...values, null]) {
        assert.equal(parameterProblem(name, value), undefined, String(JSON.stringify(value)));
      }
    });
  }

  for (const [name, values] of Object.entries(bad)) {
    it(`refuses bad values of ${name}, in words that complete a sentence and hold no key`, () => {
      for (const value of values) {
        const problem = parameterProblem(name, value);
        assert.match(problem ?? '', /^(must|has) [^.]+[^.\s]$/, `${name} ${typeof value}`);
        assert(!problem?.includes(key));
      }
    });
  }

  it('sends unknown names to extra_body', () => {
    assert.equal(parameterProblem('top_k', 40), 'is not a parameter; put it into "extra_body"');
    assert.equal(parameterProblem('constructor', 40), 'is not a parameter; put it into "extra_body"');
  });

  it('says the range of a number', () => {
    assert.equal(parameterProblem('temperature', 3), 'must be a number from 0 to 2');
    assert.equal(parameterProblem('max_completion_tokens', 0), 'must be a whole number, 1 or more');
    assert.equal(parameterProblem('image_detail', 'huge'), 'must be auto, low, high or original');
  });

  it('lists the problems of all values set in one place', () => {
    assert.deepEqual(parameterProblems({ temperature: 1, top_p: 7, top_k: 1, seed: null, n: undefined }), [
      { name: 'top_p', problem: 'must be a number from 0 to 1' },
      { name: 'top_k', problem: 'is not a parameter; put it into "extra_body"' },
    ]);
    for (const layer of [undefined, null, [], 'x', 1]) {
      assert.equal(parameterProblems(layer).length, 1);
    }
  });
});
