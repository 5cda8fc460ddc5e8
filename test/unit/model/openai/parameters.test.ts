import assert from 'node:assert/strict';
import type { ChatParameters, ParameterLayer, ParameterName } from '../../../../src/shared/parameters';
import { parameterSpecs } from '../../../../src/shared/parameter-specs';
import type { ModelMessage } from '../../../../src/model/messages';
import type { OpenAiModelSettings } from '../../../../src/model/openai/openai-model';
import { failureOf, read, Setting } from './setting';

const schema = { type: 'object', properties: { cats: { type: 'integer' } } };
const look = { type: 'function', function: { name: 'look', parameters: schema } };
const picture: ModelMessage = {
  role: 'user',
  content: [{ type: 'image', image: { url: 'https://example.com/a.png' } }],
};
const detailed: ModelMessage = {
  role: 'user',
  content: [{ type: 'image', image: { url: 'https://example.com/b.png' }, detail: 'low' }],
};

interface Row {
  readonly name: ParameterName;
  readonly value: unknown;
  /** Fields that the body has because of it; those of its own name and value when not given. */
  readonly fields?: object;
  /** Without which it is not sent. */
  readonly beside?: object;
}

/** Each parameter with what it becomes on the wire. */
const rows: readonly Row[] = [
  { name: 'temperature', value: 0 },
  { name: 'temperature', value: 1.5 },
  { name: 'top_p', value: 0.9 },
  { name: 'seed', value: 42 },
  { name: 'presence_penalty', value: -0.5 },
  { name: 'frequency_penalty', value: 2 },
  { name: 'logit_bias', value: { '50256': -100 } },
  { name: 'max_completion_tokens', value: 64 },
  { name: 'stop', value: 'END' },
  { name: 'stop', value: ['a', 'b'] },
  { name: 'n', value: 3 },
  { name: 'logprobs', value: true },
  { name: 'logprobs', value: false },
  { name: 'top_logprobs', value: 5, beside: { logprobs: true } },
  { name: 'response_format', value: { type: 'text' } },
  { name: 'response_format', value: { type: 'json_object' } },
  { name: 'response_format', value: { type: 'json_schema', json_schema: { name: 'cats', strict: true, schema } } },
  {
    name: 'response_format',
    value: { type: 'json_schema', schema_file: 'schemas/my cats.schema.json', strict: true },
    fields: { response_format: { type: 'json_schema', json_schema: { name: 'my_cats', schema, strict: true } } },
  },
  {
    name: 'response_format',
    value: { type: 'json_schema', schema_file: 'cats.json' },
    fields: { response_format: { type: 'json_schema', json_schema: { name: 'cats', schema } } },
  },
  { name: 'reasoning_effort', value: 'low' },
  { name: 'verbosity', value: 'high' },
  { name: 'modalities', value: ['text', 'audio'] },
  { name: 'modalities', value: 'text', fields: { modalities: ['text'] } },
  { name: 'audio', value: { voice: 'alloy', format: 'wav' } },
  { name: 'prediction', value: { type: 'content', content: 'const a = 1;' } },
  { name: 'tools', value: [look] },
  { name: 'tool_choice', value: 'required', beside: { tools: [look] } },
  { name: 'tool_choice', value: { type: 'function', function: { name: 'look' } }, beside: { tools: [look] } },
  { name: 'parallel_tool_calls', value: false, beside: { tools: [look] } },
  { name: 'web_search_options', value: { search_context_size: 'low' } },
  { name: 'service_tier', value: 'flex' },
  { name: 'store', value: false },
  { name: 'metadata', value: { project: 'iris' } },
  { name: 'prompt_cache_key', value: 'cache-1' },
  { name: 'safety_identifier', value: 'person-1' },
  { name: 'user', value: 'person-1' },
  { name: 'stream', value: false },
  { name: 'stream', value: true, fields: { stream: true, stream_options: { include_usage: true } } },
  { name: 'extra_body', value: { top_k: 40, guided: { regex: 'a' } }, fields: { top_k: 40, guided: { regex: 'a' } } },
  { name: 'extra_body', value: { model: 'other', nothing: null }, fields: { model: 'other', nothing: null } },
];

/** Parameters whose place is not a field of the body, or not without another; each has a test of its own below. */
const elsewhere: readonly ParameterName[] = ['image_detail', 'stream_options', 'extra_headers', 'extra_query'];

const bare = { model: 'test-vision', messages: [{ role: 'user', content: 'Hi' }] };

function withSchema(): Partial<OpenAiModelSettings> {
  return { readSchemaFile: () => Promise.resolve(schema) };
}

async function bodyFor(
  parameters: ParameterLayer,
  changes: Partial<OpenAiModelSettings> = {},
): Promise<Record<string, unknown>> {
  await using setting = await Setting.create(() => ({ ...withSchema(), ...changes }));
  await setting.model.complete('Hi', [], { parameters });
  return bodyOf(setting);
}

function bodyOf({ server }: Setting): Record<string, unknown> {
  return JSON.parse(server.requests[0]?.text ?? '') as Record<string, unknown>;
}

describe('Parameters', () => {
  it('have, each of them, a row here', () => {
    const tested = new Set<string>([...rows.map(({ name }) => name), ...elsewhere]);
    assert.deepEqual([...tested].sort(), parameterSpecs.map(({ name }) => name).sort());
  });

  it('are not sent when none is set', async () => {
    assert.deepEqual(await bodyFor({}), bare);
  });

  for (const { name, value, fields = { [name]: value }, beside = {} } of rows) {
    it(`go into the body: ${name} ${JSON.stringify(value)}`, async () => {
      assert.deepEqual(await bodyFor({ ...beside, [name]: value }), { ...bare, ...beside, ...fields });
    });

    it(`are not sent when a nearer place takes them away: ${name} ${JSON.stringify(value)}`, async () => {
      const body = await bodyFor({ ...beside, [name]: null }, { parameters: { endpoint: { [name]: value } } });
      assert.deepEqual(body, { ...bare, ...beside });
    });
  }

  it('come from chat, model and endpoint, the nearest first, value by value', async () => {
    const parameters = {
      endpoint: { temperature: 0.1, top_p: 0.1, seed: 1, stop: 'e' },
      model: { temperature: 0.2, top_p: 0.2, seed: null },
      chat: { user: 'set', temperature: 0.25 },
    };
    const body = await bodyFor({ temperature: 0.3 }, { parameters });
    assert.deepEqual(body, { ...bare, temperature: 0.3, top_p: 0.2, stop: 'e', user: 'set' });
  });

  it('say how closely to look at the pictures that do not say so themselves', async () => {
    await using setting = await Setting.create();
    await setting.model.chat([picture, detailed], { parameters: { image_detail: 'high' } });
    const body = bodyOf(setting);
    assert.deepEqual(body, {
      model: 'test-vision',
      messages: [
        {
          role: 'user',
          content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'high' } }],
        },
        {
          role: 'user',
          content: [{ type: 'image_url', image_url: { url: 'https://example.com/b.png', detail: 'low' } }],
        },
      ],
    });
  });

  it('add headers and query to the request, and nothing to its body', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: {
        name: 'Test',
        baseUrl: server.baseUrl,
        model: 'm',
        headers: { 'X-Title': 'endpoint', 'X-Kept': 'yes' },
        query: { beta: 'endpoint', kept: 'yes' },
      },
    }));
    const parameters: ChatParameters = {
      extra_headers: { 'X-Title': 'request' },
      extra_query: { beta: 'a b&c', more: '1' },
    };
    await setting.model.complete('Hi', [], { parameters });
    const request = setting.server.requests[0];
    assert.deepEqual(bodyOf(setting), bare);
    assert.equal(request?.headers['x-title'], 'request');
    assert.equal(request.headers['x-kept'], 'yes');
    assert.deepEqual(Object.fromEntries(new URL(request.url, 'http://h').searchParams), {
      beta: 'a b&c',
      kept: 'yes',
      more: '1',
    });
  });

  describe('of streams', () => {
    const streamed = async (parameters: ParameterLayer): Promise<Record<string, unknown>> => {
      await using setting = await Setting.create();
      const { text, error } = await read(setting.model.streamComplete('Hi', [], { parameters }));
      assert.equal(error, undefined);
      assert.equal(text, 'All is well.');
      return bodyOf(setting);
    };

    it('ask for usage when nothing else is set', async () => {
      assert.deepEqual(await streamed({}), { ...bare, stream: true, stream_options: { include_usage: true } });
    });

    it('are those of the person when some are set', async () => {
      const stream_options = { include_obfuscation: false };
      assert.deepEqual(await streamed({ stream_options }), { ...bare, stream: true, stream_options });
    });

    it('are not sent when they are taken away', async () => {
      assert.deepEqual(await streamed({ stream_options: null }), { ...bare, stream: true });
    });

    it('are not sent when no stream is asked', async () => {
      assert.deepEqual(await bodyFor({ stream_options: { include_usage: true } }), bare);
      assert.deepEqual(await streamed({ stream: false }), { ...bare, stream: false });
      assert.deepEqual(await streamed({ extra_body: { stream: false } }), { ...bare, stream: false });
    });
  });

  it('make a whole answer of a stream, where one is asked for', async () => {
    await using setting = await Setting.create();
    const result = await setting.model.complete('Hi', [], { parameters: { stream: true } });
    assert.equal(result.text, 'All is well.');
    assert.equal(bodyOf(setting)['stream'], true);
  });

  describe('that cannot be sent', () => {
    const refusals: readonly (readonly [ParameterLayer, RegExp])[] = [
      [{ temperature: 3 }, /^"temperature" must be a number from 0 to 2\.$/],
      [{ stop: ['a', 'b', 'c', 'd', 'e'] }, /^"stop" must be at most 4 texts\.$/],
      [JSON.parse('{"top_k": 40}') as ParameterLayer, /^"top_k" is not a parameter; put it into "extra_body"\.$/],
      [{ extra_headers: { Authorization: 'Bearer x' } }, /^"extra_headers" .*Authorization.* key/],
      [{ extra_headers: { Host: 'x' } }, /^"extra_headers" .*Host.* Iris itself/],
    ];
    for (const [parameters, message] of refusals) {
      it(`are told: ${JSON.stringify(parameters)}`, async () => {
        await using setting = await Setting.create();
        const error = await failureOf(setting.model.streamComplete('Hi', [], { parameters }));
        assert.equal(error.kind, 'invalidParameter');
        assert.match(error.message, message);
        assert.equal(setting.server.requests.length, 0);
      });
    }

    it('are told wherever they were set', async () => {
      await using setting = await Setting.create(() => ({ parameters: { model: { n: 0 } } }));
      const error = await failureOf(setting.model.streamComplete('Hi'));
      assert.equal(error.message, '"n" must be a whole number from 1 to 128.');
      assert.equal(setting.server.requests.length, 0);
    });

    const fileFormat = { type: 'json_schema', schema_file: 'gone.json' } as const;

    it('are a schema file that cannot be read', async () => {
      await using setting = await Setting.create(() => ({
        readSchemaFile: () => Promise.reject(new Error('gone.json does not exist.')),
      }));
      const parameters: ChatParameters = { response_format: fileFormat };
      const error = await failureOf(setting.model.streamComplete('Hi', [], { parameters }));
      assert.equal(error.kind, 'invalidParameter');
      assert.match(error.message, /"gone\.json".*gone\.json does not exist\.$/);
      assert.equal(setting.server.requests.length, 0);
    });

    it('are a schema file where there is no folder', async () => {
      await using setting = await Setting.create();
      const parameters: ChatParameters = { response_format: fileFormat };
      const error = await failureOf(setting.model.streamComplete('Hi', [], { parameters }));
      assert.equal(error.kind, 'invalidParameter');
      assert.match(error.message, /"gone\.json"/);
    });
  });
});
