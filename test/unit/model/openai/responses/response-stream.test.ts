import assert from 'node:assert/strict';
import { collectResult } from '../../../../../src/model/collect';
import type { ModelDelta } from '../../../../../src/model/deltas';
import { createOpenAiModel } from '../../../../../src/model/openai/openai-model';
import { sendBytes, sendJson } from '../../../../servers/replies';
import { read } from '../setting';
import { type Event, events, recorded, responsesSetting } from './responses-setting';

const usage = { inputTokens: 328, outputTokens: 52, cachedInputTokens: 256, reasoningTokens: 32 };
const text = 'A cat 🐈 on a mat, says Grüße.';
const token = { token: 'A cat 🐈', logprob: -0.5, alternatives: [{ token: 'A dog', logprob: -1.5 }] };
const citation = { url: 'https://example.com/cats', title: 'Cats', start: 0, end: 8 };

const deltas: readonly ModelDelta[] = [
  { type: 'reasoning', text: '**Looking**' },
  { type: 'reasoning', text: ' at it' },
  { type: 'reasoning', text: '\n\n' },
  { type: 'reasoning', text: 'Found a cat' },
  { type: 'text', text: 'A cat 🐈' },
  { type: 'logprobs', tokens: [token] },
  { type: 'text', text: ' on a mat, says Grüße.' },
  { type: 'citation', citation },
  { type: 'usage', usage },
  { type: 'finish', reason: 'stop' },
];

describe('A streamed response', () => {
  it('comes as thoughts, text, probabilities, citations, usage and a finish', async () => {
    await using setting = await responsesSetting([sendBytes([recorded('answer.sse')])]);
    assert.deepEqual(await read(setting.model.streamComplete('What is this?')), { deltas, text, error: undefined });
    assert.equal(setting.server.requests[0]?.url, '/v1/responses');
  });

  it('is the same when it comes byte by byte', async () => {
    const bytes = recorded('answer.sse');
    const portions = Array.from(bytes, (byte) => Uint8Array.of(byte));
    await using setting = await responsesSetting([sendBytes(portions)]);
    assert.deepEqual((await read(setting.model.streamComplete('What is this?'))).deltas, deltas);
  });

  it('is the same wherever its bytes are cut in two', async () => {
    const bytes = recorded('short.sse');
    const whole = await readPortions([bytes]);
    assert.deepEqual(
      whole.map(({ type }) => type),
      ['reasoning', 'text', 'toolCall', 'toolCall', 'usage', 'finish'],
    );
    for (let cut = 1; cut < bytes.length; cut++) {
      assert.deepEqual(await readPortions([bytes.subarray(0, cut), bytes.subarray(cut)]), whole, `cut at ${cut}`);
    }
  });

  it('in one piece is the same answer', async () => {
    await using setting = await responsesSetting([sendJson(JSON.parse(recorded('answer.json').toString('utf8')))]);
    const expected = {
      text,
      reasoning: '**Looking** at it\n\nFound a cat',
      refusal: '',
      toolCalls: [],
      logprobs: [token],
      finishReason: 'stop',
      alternatives: [],
      citations: [citation],
      adjustments: [],
      usage,
    };
    assert.deepEqual(await setting.model.complete('What is this?'), expected);
    // The server ignored that a stream was asked for.
    assert.deepEqual(await collectResult(setting.model.streamComplete('What is this?')), expected);
  });

  it('brings calls with their arguments in pieces', async () => {
    await using setting = await responsesSetting([sendBytes([recorded('calls.sse')])]);
    const { toolCalls, finishReason } = await collectResult(setting.model.streamComplete('Weather?'));
    assert.equal(finishReason, 'toolCalls');
    assert.deepEqual(toolCalls, [
      { id: 'call_0', name: 'get_weather', argumentsText: '{"city":"Köln"}' },
      { id: 'call_1', name: 'get_weather', argumentsText: '{"city":"Oslo"}' },
    ]);
  });

  it('brings calls whose arguments come only at their end', async () => {
    const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'look', arguments: '' };
    await using setting = await responsesSetting([
      events(
        { type: 'response.output_item.added', output_index: 0, item: call },
        { type: 'response.output_item.done', output_index: 0, item: { ...call, arguments: '{"at":1}' } },
        { type: 'response.completed', response: { status: 'completed' } },
      ),
    ]);
    const { toolCalls } = await collectResult(setting.model.streamComplete('Look'));
    assert.deepEqual(toolCalls, [{ id: 'call_1', name: 'look', argumentsText: '{"at":1}' }]);
  });

  it('brings the text of a server that streams only the end', async () => {
    const response = JSON.parse(recorded('answer.json').toString('utf8')) as object;
    await using setting = await responsesSetting([events({ type: 'response.completed', response })]);
    assert.equal((await read(setting.model.streamComplete('Hi'))).text, text);
  });

  describe('with items that only its end tells', () => {
    const message = (said: string, ids: object = {}): object => ({
      type: 'message',
      ...ids,
      content: [{ type: 'output_text', text: said }],
    });
    const call = { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'look', arguments: '{"at":1}' };
    const thoughts = { type: 'reasoning', id: 'rs_1', summary: [{ text: 'Hm.' }] };

    async function answer(streamed: readonly Event[], output: readonly object[]): Promise<readonly unknown[]> {
      const response = { status: 'completed', output };
      await using setting = await responsesSetting([events(...streamed, { type: 'response.completed', response })]);
      const result = await collectResult(setting.model.streamComplete('Hi'));
      const calls = result.toolCalls.map(({ id, argumentsText }) => `${id} ${argumentsText}`);
      return [result.text, result.reasoning, result.refusal, ...calls, result.finishReason];
    }

    for (const [how, delta, ids] of [
      ['by its identifier', { item_id: 'msg_1', output_index: 1 }, { id: 'msg_1' }],
      ['by its place', { output_index: 0 }, { id: 'msg_1' }],
      ['where nothing names it', {}, { id: 'msg_1' }],
      ['by its text where it is named anew', { item_id: 'a', output_index: 7 }, { id: 'b' }],
    ] as const) {
      it(`brings a call after streamed text, and that text once: known ${how}`, async () => {
        const streamed = ['Hel', 'lo'].map((piece) => ({ type: 'response.output_text.delta', delta: piece, ...delta }));
        assert.deepEqual(await answer(streamed, [message('Hello', ids), call]), [
          'Hello',
          '',
          '',
          'call_1 {"at":1}',
          'toolCalls',
        ]);
      });
    }

    it('brings a message, thoughts and a refusal after a streamed call, and that call once', async () => {
      const streamed = [{ type: 'response.output_item.done', output_index: 0, item: call }];
      const refusal = { type: 'message', id: 'msg_2', content: [{ type: 'refusal', refusal: 'No.' }] };
      for (const known of [call, { ...call, id: 'fc_9' }, { ...call, id: undefined }]) {
        assert.deepEqual(await answer(streamed, [known, thoughts, message('Hello'), message('you'), refusal]), [
          'Hello\n\nyou',
          'Hm.',
          'No.',
          'call_1 {"at":1}',
          'toolCalls',
        ]);
      }
    });

    it('brings a second call like the first', async () => {
      const streamed = [{ type: 'response.output_item.done', output_index: 0, item: call }];
      const second = { ...call, id: 'fc_2', call_id: 'call_2' };
      assert.deepEqual((await answer(streamed, [call, second])).slice(3), [
        'call_1 {"at":1}',
        'call_2 {"at":1}',
        'toolCalls',
      ]);
    });

    it('brings a message that came whole, once', async () => {
      const item = message('Hello', { id: 'msg_1' });
      const added = { type: 'response.content_part.added', part: { type: 'output_text', text: '' } };
      const done = { type: 'response.output_item.done', output_index: 0, item };
      assert.equal((await answer([added, done], [item]))[0], 'Hello');
      assert.equal((await answer([done], []))[0], 'Hello');
    });

    it('brings streamed thoughts once', async () => {
      const streamed = ['H', 'm.'].map((delta) => ({ type: 'response.reasoning_summary_text.delta', delta }));
      assert.deepEqual(await answer(streamed, [thoughts, message('Hello')]), ['Hello', 'Hm.', '', 'stop']);
    });
  });

  it('tells a refusal apart from text', async () => {
    await using setting = await responsesSetting([
      events(
        { type: 'response.refusal.delta', delta: 'I would ' },
        { type: 'response.refusal.delta', delta: 'rather not.' },
        { type: 'response.completed', response: { status: 'completed' } },
      ),
    ]);
    const { text: said, refusal } = await collectResult(setting.model.streamComplete('Hi'));
    assert.deepEqual([said, refusal], ['', 'I would rather not.']);
  });

  it('reads thoughts that are not summarized (gpt-oss)', async () => {
    await using setting = await responsesSetting([
      events(
        { type: 'response.reasoning_text.delta', delta: 'Hm.' },
        { type: 'response.completed', response: { status: 'completed' } },
      ),
    ]);
    assert.equal((await collectResult(setting.model.streamComplete('Hi'))).reasoning, 'Hm.');
  });

  it('keeps a second message apart from the first, and places of citations right', async () => {
    const part = { type: 'output_text', text: '' };
    const annotation = { type: 'url_citation', url: 'https://example.com/', start_index: 0, end_index: 3 };
    await using setting = await responsesSetting([
      events(
        { type: 'response.content_part.added', part },
        { type: 'response.output_text.delta', delta: 'Let me see.' },
        { type: 'response.content_part.added', part },
        { type: 'response.output_text.delta', delta: 'Yes.' },
        { type: 'response.output_text.annotation.added', annotation },
        { type: 'response.completed', response: { status: 'completed' } },
      ),
    ]);
    const answer = await collectResult(setting.model.streamComplete('Hi'));
    assert.equal(answer.text, 'Let me see.\n\nYes.');
    assert.deepEqual(answer.citations, [{ url: 'https://example.com/', start: 13, end: 16 }]);
  });

  for (const [reason, finish] of [
    ['max_output_tokens', 'length'],
    ['content_filter', 'contentFilter'],
    ['something_new', 'unknown'],
  ]) {
    it(`that is incomplete for ${reason} finishes for ${finish}`, async () => {
      const response = { status: 'incomplete', incomplete_details: { reason } };
      await using setting = await responsesSetting([
        events({ type: 'response.output_text.delta', delta: 'Half' }, { type: 'response.incomplete', response }),
      ]);
      const { text: said, finishReason } = await collectResult(setting.model.streamComplete('Hi'));
      assert.deepEqual([said, finishReason], ['Half', finish]);
    });
  }

  it('is checked against the schema that was asked for', async () => {
    await using setting = await responsesSetting([
      events(
        { type: 'response.output_text.delta', delta: '{"cats":"two"}' },
        { type: 'response.completed', response: { status: 'completed' } },
      ),
    ]);
    const schema = { type: 'object', properties: { cats: { type: 'integer' } } };
    const parameters = { response_format: { type: 'json_schema', json_schema: { name: 'cats', schema } } } as const;
    const { output } = await setting.model.complete('Count', [], { parameters: { ...parameters, stream: true } });
    assert.equal(output?.format, 'json_schema');
    assert.equal(output?.problems.length, 1);
  });

  it('passes over whatever it does not know', async () => {
    await using setting = await responsesSetting([
      events(
        { type: 'response.queued' },
        { type: 'response.output_item.added', item: null },
        { type: 'response.output_item.added', item: 7 },
        { type: 'response.content_part.added', part: [] },
        { type: 'response.output_text.annotation.added', annotation: null },
        { type: 'response.output_text.delta', delta: { text: 'no' }, logprobs: [null, 3] },
        { type: 'response.function_call_arguments.delta', item_id: 'unknown', delta: '{}' },
        { type: 'response.web_search_call.searching', item_id: 'ws_1' },
        { type: 'response.output_text.delta', delta: 'Yes.' },
        { type: 'response.completed', response: { usage: 'none', output: 'none' } },
      ),
    ]);
    const { deltas: all, error } = await read(setting.model.streamComplete('Hi'));
    assert.deepEqual(
      [all, error],
      [
        [
          { type: 'text', text: 'Yes.' },
          { type: 'finish', reason: 'stop' },
        ],
        undefined,
      ],
    );
  });
});

/** The deltas of an answer that comes in these portions, without a connection. */
async function readPortions(portions: readonly Uint8Array[]): Promise<readonly ModelDelta[]> {
  const model = createOpenAiModel({
    endpoint: { name: 'Test', baseUrl: 'http://127.0.0.1/v1', model: 'gpt-5-mini', api: 'responses' },
    model: 'gpt-5-mini',
    apiKey: () => Promise.resolve(undefined),
    fetch: () => {
      const left = [...portions];
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          const portion = left.shift();
          return portion ? controller.enqueue(Uint8Array.from(portion)) : controller.close();
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
    },
  });
  const outcome = await read(model.streamComplete('Hi'));
  assert.equal(outcome.error, undefined);
  return outcome.deltas;
}
