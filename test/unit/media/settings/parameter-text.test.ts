import assert from 'node:assert/strict';
import { parameterText, parseParameter } from '../../../../media/settings/parameter-text';
import { parameterProblem } from '../../../../src/shared/check-parameters';
import { parameterSpecs } from '../../../../src/shared/parameter-specs';
import type { ParameterKind } from '../../../../src/shared/parameter-specs';
import type { ChatParameters } from '../../../../src/shared/parameters';

const samples: Required<ChatParameters> = {
  temperature: 0.7,
  top_p: 0.9,
  max_completion_tokens: 800,
  n: 3,
  stop: ['\n\n', 'END', 'a\\n'],
  seed: -7,
  presence_penalty: -1.5,
  frequency_penalty: 0,
  logit_bias: { 50256: -100 },
  logprobs: true,
  top_logprobs: 5,
  response_format: { type: 'json_schema', schema_file: 'schemas/answer.json' },
  reasoning_effort: 'high',
  verbosity: 'low',
  service_tier: 'flex',
  store: false,
  metadata: { project: 'iris' },
  prompt_cache_key: 'key',
  safety_identifier: 'someone',
  user: 'me',
  modalities: ['text', 'audio'],
  audio: { voice: 'alloy', format: 'wav' },
  prediction: { type: 'content', content: 'Once' },
  tools: [{ type: 'function', function: { name: 'get_weather' } }],
  tool_choice: 'auto',
  parallel_tool_calls: false,
  web_search_options: { search_context_size: 'low' },
  stream: false,
  stream_options: { include_usage: true },
  image_detail: 'low',
  extra_headers: { 'X-Title': 'Iris' },
  extra_query: { beta: 'true' },
  extra_body: { top_k: 40 },
};

const json: ParameterKind = { kind: 'json', example: '{}' };

describe('the field of a parameter', () => {
  for (const { name, type } of parameterSpecs) {
    it(`shows and reads back ${name}`, () => {
      const text = parameterText(samples[name], type);
      assert.deepEqual(parseParameter(text, type), { value: samples[name] });
      assert.equal(parameterProblem(name, samples[name]), undefined);
    });
  }

  it('is empty without a value', () => {
    assert.equal(parameterText(undefined, json), '');
    assert.equal(parameterText(null, { kind: 'boolean' }), '');
  });

  it('shows a value of another kind as it is, since settings may hold anything', () => {
    assert.equal(parameterText('warm', { kind: 'number', minimum: 0, maximum: 2 }), 'warm');
    assert.equal(parameterText({ a: 1 }, { kind: 'text' }), '{"a":1}');
    assert.equal(parameterText('END', { kind: 'texts' }), 'END');
  });

  it('takes a bare word for a text where JSON is wanted, and says what is wrong with the rest', () => {
    assert.deepEqual(parseParameter('required', json), { value: 'required' });
    assert.deepEqual(parseParameter('true', json), { value: true });
    const parsed = parseParameter('{"a": ', json);
    assert.match('problem' in parsed ? parsed.problem : '', /^This is not JSON: /);
  });

  it('wants a number where a number belongs', () => {
    assert.deepEqual(parseParameter('1e', { kind: 'integer', minimum: 1 }), { problem: 'Enter a number.' });
  });
});
