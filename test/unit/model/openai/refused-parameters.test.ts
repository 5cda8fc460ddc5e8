import assert from 'node:assert/strict';
import type { Adjustment } from '../../../../src/shared/adjustment';
import type { ChatParameters, ResponseFormat } from '../../../../src/shared/parameters';
import type { ModelMessage } from '../../../../src/model/messages';
import type { ModelDelta } from '../../../../src/model/deltas';
import { textChunk } from '../../../servers/chunks';
import { answerEvents, refuse } from '../../../servers/replies';
import { fieldRefusals } from './field-refusals';
import { otherRefusals } from './other-refusals';
import { forbidden, openAi, refusals } from './parameter-refusals';
import { failureOf, read, Setting } from './setting';

describe('A parameter that the server refuses', () => {
  for (const { server, status = 400, body, parameters, omitted = [], value, renamed } of [
    ...refusals,
    ...fieldRefusals,
  ]) {
    it(`is left out or renamed, once, as told by ${server}`, async () => {
      const told: Adjustment[] = [];
      await using setting = await Setting.create(() => ({ onAdjusted: (adjustment) => told.push(adjustment) }));
      setting.server.reply(refuse(status, body));
      const { deltas, text, error } = await read(setting.model.streamComplete('Hi', [], { parameters }));
      assert.equal(error, undefined);
      assert.equal(text, 'All is well.');
      const expected: Adjustment[] = renamed
        ? [{ type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' }]
        : omitted.map((parameter) => ({ type: 'omitted', parameter, ...(value !== undefined && { value }) }));
      assert.deepEqual(sorted(told), sorted(expected));
      assert.deepEqual(sorted(adjustmentsOf(deltas)), sorted(expected));
      assert.equal(deltas[0]?.type, 'adjusted');

      const [first, second, third] = setting.server.requests.map((request) => fieldsOf(request.text));
      assert.equal(third, undefined);
      const gone = Object.keys(first ?? {}).filter((name) => !(name in (second ?? {})));
      const implied = [
        ...(omitted.includes('logprobs') ? ['top_logprobs'] : []),
        ...(omitted.includes('stream') ? ['stream_options'] : []),
      ];
      assert.deepEqual(gone.sort(), renamed ? ['max_completion_tokens'] : [...omitted, ...implied].sort());
      assert.equal(second?.['max_tokens'], renamed ? parameters.max_completion_tokens : undefined);
    });
  }

  for (const { server, status = 400, body, parameters } of otherRefusals) {
    it(`is not seen in the refusal of ${server}`, async () => {
      await using setting = await Setting.create(({ baseUrl }) => ({
        endpoint: { name: 'Test', baseUrl, model: 'test-vision', maxRetries: 0 },
      }));
      setting.server.reply(refuse(status, body), refuse(status, body));
      const stream = setting.model.streamComplete('Hi', [], { parameters: { ...parameters, stream_options: null } });
      assert.equal((await failureOf(stream)).status, status);
      assert.equal(setting.server.requests.length, 1);
    });
  }

  it('is max_tokens where the server had been known to want that, and goes back', async () => {
    const told: Adjustment[] = [];
    await using setting = await Setting.create(() => ({
      adjustments: [{ type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' }],
      onAdjusted: (adjustment) => told.push(adjustment),
    }));
    setting.server.reply(
      refuse(
        400,
        openAi(
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          'max_tokens',
          'unsupported_parameter',
        ),
      ),
    );
    await setting.model.complete('Hi', [], { parameters: { max_completion_tokens: 9 } });
    const [first, second] = setting.server.requests.map(({ text }) => fieldsOf(text));
    assert.deepEqual([first?.['max_tokens'], first?.['max_completion_tokens']], [9, undefined]);
    assert.deepEqual([second?.['max_tokens'], second?.['max_completion_tokens']], [undefined, 9]);
    assert.deepEqual(told, [{ type: 'renamed', parameter: 'max_completion_tokens', to: 'max_completion_tokens' }]);
  });

  it('is changed no second time when the change does not help', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(422, forbidden('max_completion_tokens')));
    setting.server.otherwise = refuse(422, forbidden('max_tokens'));
    await failureOf(setting.model.streamComplete('Hi', [], { parameters: { max_completion_tokens: 9 } }));
    assert.equal(setting.server.requests.length, 2);
  });

  it('is remembered only when leaving it out helps', async () => {
    const told: Adjustment[] = [];
    await using setting = await Setting.create(() => ({ onAdjusted: (adjustment) => told.push(adjustment) }));
    setting.server.reply(refuse(422, forbidden('store')), refuse(400, { error: { message: 'No.' } }));
    await failureOf(setting.model.streamComplete('Hi', [], { parameters: { store: true } }));
    assert.deepEqual(told, []);
    await setting.model.complete('Hi', [], { parameters: { store: true } });
    assert.deepEqual(
      setting.server.requests.map(({ text }) => text.includes('"store"')),
      [true, false, true],
    );
  });

  it('may be followed by another, each with a key of its own', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(422, forbidden('store')), refuse(422, forbidden('seed')));
    const parameters: ChatParameters = { store: true, seed: 1, n: 1 };
    const result = await setting.model.complete('Hi', [], { parameters });
    assert.deepEqual(result.adjustments, [
      { type: 'omitted', parameter: 'store' },
      { type: 'omitted', parameter: 'seed' },
    ]);
    assert.deepEqual(
      setting.server.requests.map(({ text }) => Object.keys(fieldsOf(text)).sort()),
      [
        ['messages', 'model', 'n', 'seed', 'store'],
        ['messages', 'model', 'n', 'seed'],
        ['messages', 'model', 'n'],
      ],
    );
    assert.equal(new Set(setting.server.requests.map(({ headers }) => headers['idempotency-key'])).size, 3);
  });

  it('costs no repetition: a passing failure afterwards is tried again as often as ever, with one key', async () => {
    await using setting = await Setting.create();
    const overloaded = refuse(503, {}, { 'retry-after-ms': '1' });
    setting.server.reply(refuse(422, forbidden('store')), overloaded, overloaded);
    const result = await setting.model.complete('Hi', [], { parameters: { store: true } });
    assert.equal(result.text, 'All is well.');
    const keys = setting.server.requests.map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.length, 4);
    assert.equal(new Set(keys.slice(1)).size, 1);
  });

  it('is not sent where that was known before', async () => {
    await using setting = await Setting.create(() => ({
      adjustments: [
        { type: 'omitted', parameter: 'stream_options' },
        { type: 'omitted', parameter: 'seed' },
        { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' },
      ],
    }));
    const parameters: ChatParameters = { seed: 1, max_completion_tokens: 5 };
    const { deltas } = await read(setting.model.streamComplete('Hi', [], { parameters }));
    assert.deepEqual(adjustmentsOf(deltas), []);
    const { messages: _, ...fields } = fieldsOf(setting.server.requests[0]?.text ?? '');
    assert.deepEqual(fields, { model: 'test-vision', stream: true, max_tokens: 5 });
  });

  it('is remembered for the next question', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(422, forbidden('seed')));
    await setting.model.complete('Hi', [], { parameters: { seed: 1 } });
    const { adjustments } = await setting.model.complete('Hi', [], { parameters: { seed: 1 } });
    assert.deepEqual(adjustments, []);
    assert.equal(setting.server.requests.length, 3);
  });

  it('is sent with other values than the one that was refused', async () => {
    const told: Adjustment[] = [];
    await using setting = await Setting.create(() => ({ onAdjusted: (adjustment) => told.push(adjustment) }));
    const refused = (effort: string) =>
      refuse(
        400,
        openAi(
          `'reasoning_effort' does not support '${effort}' with this model.`,
          'reasoning_effort',
          'unsupported_value',
        ),
      );
    const ask = async (reasoning_effort: string) => {
      await setting.model.complete('Hi', [], { parameters: { reasoning_effort } });
      return setting.server.requests.map(({ text }) => fieldsOf(text)['reasoning_effort']).splice(-2);
    };
    setting.server.reply(refused('xhigh'));
    assert.deepEqual(await ask('xhigh'), ['xhigh', undefined]);
    assert.deepEqual(await ask('low'), [undefined, 'low']);
    setting.server.reply(refused('none'));
    assert.deepEqual(await ask('none'), ['none', undefined]);
    assert.deepEqual(await ask('xhigh'), [undefined, undefined]);
    assert.deepEqual(
      told,
      ['xhigh', 'none'].map((value) => ({ type: 'omitted', parameter: 'reasoning_effort', value })),
    );
  });

  it('is a kind of format and no other kind', async () => {
    await using setting = await Setting.create(() => ({
      adjustments: [{ type: 'omitted', parameter: 'response_format', value: 'json_schema' }],
    }));
    const formats: readonly ResponseFormat[] = [
      { type: 'json_schema', json_schema: { name: 'a', schema: {} } },
      { type: 'json_object' },
    ];
    for (const response_format of formats) {
      await setting.model.complete('Hi', [], { parameters: { response_format } });
    }
    assert.deepEqual(
      setting.server.requests.map(({ text }) => fieldsOf(text)['response_format']),
      [undefined, { type: 'json_object' }],
    );
  });

  it('is not looked for once any of an answer was given out', async () => {
    await using setting = await Setting.create();
    const error = { code: 400, message: "Unknown parameter: 'store'.", param: 'store' };
    setting.server.reply(answerEvents([textChunk('a'), { error }]));
    const { text, error: thrown } = await read(setting.model.streamComplete('Hi', [], { parameters: { store: true } }));
    assert.equal(text, 'a');
    assert.ok(thrown instanceof Error);
    assert.equal(setting.server.requests.length, 1);
  });

  it('is found in the first event of a stream', async () => {
    await using setting = await Setting.create();
    const error = { code: 400, message: "Unknown parameter: 'store'.", param: 'store' };
    setting.server.reply(answerEvents([{ error }]));
    const { text, deltas } = await read(setting.model.streamComplete('Hi', [], { parameters: { store: true } }));
    assert.equal(text, 'All is well.');
    assert.deepEqual(adjustmentsOf(deltas), [{ type: 'omitted', parameter: 'store' }]);
  });

  it('is not sent where it means nothing without another that is not sent', async () => {
    await using setting = await Setting.create();
    const tools = [{ type: 'function', function: { name: 'f' } }];
    const alone: ChatParameters = { tool_choice: 'auto', parallel_tool_calls: false, top_logprobs: 2 };
    const rows: readonly ChatParameters[] = [
      alone,
      { ...alone, logprobs: false },
      { ...alone, logprobs: true, tools },
      { ...alone, extra_body: { logprobs: true, tools } },
    ];
    for (const parameters of rows) {
      await setting.model.complete('Hi', [], { parameters });
    }
    const sent = setting.server.requests.map(({ text }) => Object.keys(fieldsOf(text)));
    const dependent = ['parallel_tool_calls', 'tool_choice', 'top_logprobs'];
    assert.deepEqual(
      sent.map((names) => dependent.filter((name) => names.includes(name))),
      [[], [], dependent, dependent],
    );
  });

  it('may be one detail of pictures and not the others', async () => {
    await using setting = await Setting.create();
    const place = 'messages[0].content[1].image_url.detail';
    const message = "Invalid value: 'original'. Supported values are: 'low', 'high', and 'auto'.";
    setting.server.reply(refuse(400, openAi(message, place, 'invalid_value')));
    const question: ModelMessage = {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?' },
        { type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'original' },
        { type: 'image', image: { url: 'https://example.com/b.png' } },
      ],
    };
    const result = await setting.model.chat([question], { parameters: { image_detail: 'high' } });
    assert.deepEqual(result.adjustments, [{ type: 'omitted', parameter: 'detail', value: 'original' }]);
    assert.deepEqual(
      setting.server.questions.map(({ text }) => [...text.matchAll(/"detail":"(\w+)"/g)].map(([, detail]) => detail)),
      [['original', 'high'], ['high']],
    );
  });

  for (const body of [
    {
      detail: [
        { type: 'extra_forbidden', loc: ['body', 'messages', 0, 'content', 1, 'image_url', 'detail'], msg: 'no' },
      ],
    },
    [
      {
        error: {
          code: 400,
          message: `Unknown name "detail" at 'messages[0].content[1].image_url': Cannot find field.`,
        },
      },
    ],
  ]) {
    it('may be the detail of pictures', async () => {
      await using setting = await Setting.create();
      setting.server.reply(refuse(400, body));
      const question: ModelMessage = {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'original' },
          { type: 'image', image: { url: 'https://example.com/b.png' } },
        ],
      };
      const result = await setting.model.chat([question], { parameters: { image_detail: 'high' } });
      assert.deepEqual(result.adjustments, [{ type: 'omitted', parameter: 'detail' }]);
      assert.deepEqual(
        setting.server.questions.map(({ text }) => [...text.matchAll(/"detail":"(\w+)"/g)].map(([, detail]) => detail)),
        [['original', 'high'], []],
      );
    });
  }
});

function adjustmentsOf(deltas: readonly ModelDelta[]): Adjustment[] {
  return deltas.flatMap((delta) => (delta.type === 'adjusted' ? [delta.adjustment] : []));
}

function sorted(adjustments: readonly Adjustment[]): Adjustment[] {
  return [...adjustments].sort((one, other) => one.parameter.localeCompare(other.parameter));
}

function fieldsOf(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}
