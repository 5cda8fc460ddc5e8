import assert from 'node:assert/strict';
import type { ImagePart, ModelMessage } from '../../../../../src/model/messages';
import { ModelError } from '../../../../../src/model/model-error';
import type { ModelOptions } from '../../../../../src/model/multimodal-model';
import type { OpenAiModelSettings } from '../../../../../src/model/openai/openai-model';
import type { ParameterLayer, ParameterName } from '../../../../../src/shared/parameters';
import { sendBytes, sendJson } from '../../../../servers/replies';
import { read } from '../setting';
import { recorded, responsesSetting } from './responses-setting';

const question: ModelMessage = { role: 'user', content: [{ type: 'text', text: 'Hi' }] };
const bare = { model: 'test-vision', input: [{ role: 'user', content: 'Hi' }], store: false };
const schema = { type: 'object', properties: { cats: { type: 'integer' } } };
const search = { type: 'web_search' };
const weather = { name: 'get_weather', description: 'Tells it.', parameters: { type: 'object', properties: {} } };

/** Each parameter as chat completions have it, and what of the body it becomes. */
const rows: readonly (readonly [name: ParameterName, value: ParameterLayer, fields: object])[] = [
  ['temperature', { temperature: 0.5 }, { temperature: 0.5 }],
  ['top_p', { top_p: 0.9 }, { top_p: 0.9 }],
  ['max_completion_tokens', { max_completion_tokens: 100 }, { max_output_tokens: 100 }],
  ['logprobs', { logprobs: true }, { include: ['message.output_text.logprobs'] }],
  ['top_logprobs', { logprobs: true, top_logprobs: 3 }, { top_logprobs: 3, include: ['message.output_text.logprobs'] }],
  ['response_format', { response_format: { type: 'text' } }, { text: { format: { type: 'text' } } }],
  ['response_format', { response_format: { type: 'json_object' } }, { text: { format: { type: 'json_object' } } }],
  [
    'response_format',
    { response_format: { type: 'json_schema', json_schema: { name: 'cats', strict: true, schema } } },
    { text: { format: { type: 'json_schema', name: 'cats', strict: true, schema } } },
  ],
  ['reasoning_effort', { reasoning_effort: 'low' }, { reasoning: { effort: 'low', summary: 'auto' } }],
  ['verbosity', { verbosity: 'high' }, { text: { verbosity: 'high' } }],
  ['service_tier', { service_tier: 'flex' }, { service_tier: 'flex' }],
  ['store', { store: true }, { store: true }],
  ['metadata', { metadata: { project: 'iris' } }, { metadata: { project: 'iris' } }],
  ['prompt_cache_key', { prompt_cache_key: 'a' }, { prompt_cache_key: 'a' }],
  ['safety_identifier', { safety_identifier: 'b' }, { safety_identifier: 'b' }],
  ['user', { user: 'c' }, { user: 'c' }],
  [
    'tools',
    { tools: [{ type: 'function', function: weather }] },
    { tools: [{ type: 'function', ...weather, strict: false }] },
  ],
  [
    'tools',
    { tools: [{ type: 'custom', custom: { name: 'shout' } }, { type: 'image_generation' }] },
    { tools: [{ type: 'custom', name: 'shout' }, { type: 'image_generation' }] },
  ],
  [
    'tools',
    { tools: [{ type: 'function', function: { name: 'now', strict: true } }] },
    { tools: [{ type: 'function', name: 'now', parameters: null, strict: true }] },
  ],
  ['tool_choice', { tool_choice: 'required', tools: [search] }, { tool_choice: 'required', tools: [search] }],
  [
    'tool_choice',
    { tools: [search], tool_choice: { type: 'function', function: { name: 'now' } } },
    { tools: [search], tool_choice: { type: 'function', name: 'now' } },
  ],
  [
    'tool_choice',
    {
      tools: [search],
      tool_choice: {
        type: 'allowed_tools',
        allowed_tools: { mode: 'auto', tools: [{ type: 'function', function: { name: 'now' } }] },
      },
    },
    {
      tools: [search],
      tool_choice: { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name: 'now' }] },
    },
  ],
  [
    'parallel_tool_calls',
    { parallel_tool_calls: false, tools: [search] },
    { parallel_tool_calls: false, tools: [search] },
  ],
  [
    'web_search_options',
    {
      web_search_options: {
        search_context_size: 'low',
        user_location: { type: 'approximate', approximate: { country: 'DE' } },
      },
    },
    {
      tools: [
        { type: 'web_search', search_context_size: 'low', user_location: { type: 'approximate', country: 'DE' } },
      ],
    },
  ],
  ['stream', { stream: false }, { stream: false }],
  ['extra_body', { extra_body: { truncation: 'auto', store: null } }, { truncation: 'auto', store: null }],
];

/** What chat completions have and this API has not. */
const refused: readonly (readonly [name: ParameterName, value: ParameterLayer])[] = [
  ['n', { n: 2 }],
  ['stop', { stop: ['.'] }],
  ['seed', { seed: 7 }],
  ['presence_penalty', { presence_penalty: 1 }],
  ['frequency_penalty', { frequency_penalty: 1 }],
  ['logit_bias', { logit_bias: { '50256': -100 } }],
  ['prediction', { prediction: { type: 'content', content: 'Hi' } }],
  ['modalities', { modalities: ['text', 'audio'] }],
  ['audio', { audio: { voice: 'alloy', format: 'wav' } }],
];

describe('The body of a request to the Responses API', () => {
  it('is exactly this when nothing is set', async () => {
    assert.deepEqual(await bodyOf([question]), bare);
  });

  it('asks for a stream where one is wanted', async () => {
    await using setting = await responsesSetting([sendBytes([recorded('answer.sse')])]);
    await read(setting.model.streamChat([question]));
    assert.deepEqual(JSON.parse(setting.server.requests[0]?.text ?? ''), { ...bare, stream: true });
  });

  it('that asks for no stream may be answered with one', async () => {
    await using setting = await responsesSetting([sendBytes([recorded('answer.sse')])]);
    const whole = await setting.model.chat([question]);
    assert.notEqual(whole.text, '');
    assert.equal(whole.finishReason, 'stop');
  });

  for (const [name, parameters, fields] of rows) {
    it(`carries ${name} as ${JSON.stringify(fields)}`, async () => {
      assert.deepEqual(await bodyOf([question], { parameters }), { ...bare, ...fields });
    });
  }

  it('carries options of a stream, but not the one to report usage, which it always does', async () => {
    await using setting = await responsesSetting([sendBytes([recorded('answer.sse')])]);
    const stream_options = { include_usage: true, include_obfuscation: false };
    await read(setting.model.streamChat([question], { parameters: { stream_options } }));
    const body = JSON.parse(setting.server.requests[0]?.text ?? '') as { stream_options?: unknown };
    assert.deepEqual(body.stream_options, { include_obfuscation: false });
  });

  it('carries extra headers and query', async () => {
    await using setting = await responsesSetting([sendJson(JSON.parse(recorded('answer.json').toString('utf8')))]);
    const parameters = { extra_headers: { 'x-title': 'Iris' }, extra_query: { beta: 'true' } };
    await setting.model.chat([question], { parameters });
    const [request] = setting.server.requests;
    assert.deepEqual([request?.url, request?.headers['x-title']], ['/v1/responses?beta=true', 'Iris']);
  });

  it('asks models that are known to think for a summary', async () => {
    const body = await bodyOf([question], {}, { capabilities: { reasoning: true } });
    assert.deepEqual(body, { ...bare, reasoning: { summary: 'auto' } });
  });

  for (const [name, parameters] of refused) {
    it(`has no place for ${name}, which is said before anything is sent`, async () => {
      await using setting = await responsesSetting([sendJson({})]);
      await assert.rejects(setting.model.chat([question], { parameters }), (error) => {
        assert.ok(error instanceof ModelError);
        assert.equal(error.kind, 'invalidParameter');
        assert.ok(error.message.startsWith(`"${name}" is not known to the Responses API`), error.message);
        return true;
      });
      assert.equal(setting.server.requests.length, 0);
    });
  }

  it('holds a conversation with pictures, documents, calls and what they gave', async () => {
    const red: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(137, 80, 78, 71) } };
    const { input, instructions } = await bodyOf([
      { role: 'system', text: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is in these?' },
          red,
          { type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'low' },
          { type: 'file', name: 'a.pdf', file: { mediaType: 'application/pdf', bytes: Uint8Array.of(37) } },
        ],
      },
      {
        role: 'assistant',
        text: 'I look.',
        toolCalls: [
          { id: 'call_1', name: 'look', argumentsText: '{"at":1}' },
          { id: 'call_2', name: 'look', argumentsText: '' },
        ],
      },
      { role: 'tool', toolCallId: 'call_1', text: 'A cat' },
      { role: 'tool', toolCallId: 'call_2', text: 'Nothing' },
      { role: 'assistant', text: 'A cat.' },
      question,
    ]);
    assert.equal(instructions, 'Be brief.');
    assert.deepEqual(input, [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'What is in these?' },
          { type: 'input_image', image_url: 'data:image/png;base64,iVBORw==' },
          { type: 'input_image', image_url: 'https://example.com/a.png', detail: 'low' },
          { type: 'input_file', filename: 'a.pdf', file_data: 'data:application/pdf;base64,JQ==' },
        ],
      },
      { role: 'assistant', content: 'I look.' },
      { type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{"at":1}' },
      { type: 'function_call', call_id: 'call_2', name: 'look', arguments: '{}' },
      { type: 'function_call_output', call_id: 'call_1', output: 'A cat' },
      { type: 'function_call_output', call_id: 'call_2', output: 'Nothing' },
      { role: 'assistant', content: 'A cat.' },
      { role: 'user', content: 'Hi' },
    ]);
  });

  for (const part of [
    { type: 'audio', audio: { mediaType: 'audio/wav', bytes: Uint8Array.of(1) }, name: 'voice.wav' },
    { type: 'video', video: { url: 'https://example.com/a.mp4' } },
  ] as const) {
    it(`takes no ${part.type}, which is said before anything is sent`, async () => {
      await using setting = await responsesSetting([sendJson({})]);
      await assert.rejects(setting.model.complete('Hear', [part]), { name: 'ModelError', kind: 'unsupported' });
      assert.equal(setting.server.requests.length, 0);
    });
  }
});

async function bodyOf(
  messages: readonly ModelMessage[],
  options: ModelOptions = {},
  changes: Partial<OpenAiModelSettings> = {},
): Promise<Record<string, unknown>> {
  await using setting = await responsesSetting(
    [sendJson(JSON.parse(recorded('answer.json').toString('utf8')))],
    changes,
  );
  await setting.model.chat(messages, options);
  return JSON.parse(setting.server.requests[0]?.text ?? '') as Record<string, unknown>;
}
