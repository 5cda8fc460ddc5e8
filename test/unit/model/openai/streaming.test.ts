import assert from 'node:assert/strict';
import type { ModelDelta } from '../../../../src/model/deltas';
import { chunk, completion, finishChunk, textChunk, toolCallChunk, usageChunk } from '../../../servers/chunks';
import { answerEvents, answerText, refuse, sendJson } from '../../../servers/replies';
import { read, Setting } from './setting';

async function deltasOf(...events: readonly (object | string)[]): Promise<readonly ModelDelta[]> {
  await using setting = await Setting.create();
  setting.server.reply(answerEvents(events));
  const { deltas, error } = await read(setting.model.streamComplete('Hi'));
  assert.equal(error, undefined);
  return deltas;
}

const stop: ModelDelta = { type: 'finish', reason: 'stop' };

describe('A streamed answer', () => {
  it('comes as text, usage and a finish', async () => {
    await using setting = await Setting.create();
    setting.server.reply(
      answerText(['Hel', 'lo'], {
        reasoning: ['hm'],
        usage: {
          prompt_tokens: 100,
          completion_tokens: 20,
          prompt_tokens_details: { cached_tokens: 64 },
          completion_tokens_details: { reasoning_tokens: 12 },
        },
      }),
    );
    const { deltas } = await read(setting.model.streamComplete('Hi'));
    assert.deepEqual(deltas, [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo' },
      {
        type: 'usage',
        usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 64, reasoningTokens: 12 },
      },
      stop,
    ]);
  });

  it('sends nothing before it is iterated', async () => {
    await using setting = await Setting.create();
    setting.model.streamComplete('Hi');
    await setting.model.complete('First');
    assert.equal(setting.server.requests.length, 1);
  });

  it('reads `reasoning` (vLLM, Ollama, Groq) before `reasoning_content` (llama.cpp, DeepSeek)', async () => {
    assert.deepEqual(
      await deltasOf(
        chunk({ reasoning: 'a', reasoning_content: 'a' }),
        chunk({ reasoning: null, reasoning_content: 'b' }),
        finishChunk(),
        '[DONE]',
      ),
      [{ type: 'reasoning', text: 'a' }, { type: 'reasoning', text: 'b' }, stop],
    );
  });

  it('reads content given as a list of parts (Mistral)', async () => {
    assert.deepEqual(
      await deltasOf(
        chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] }),
        chunk({
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        }),
        finishChunk(),
        '[DONE]',
      ),
      [{ type: 'reasoning', text: 'hm' }, { type: 'text', text: 'a' }, { type: 'text', text: 'b' }, stop],
    );
  });

  it('tells a refusal apart from text', async () => {
    assert.deepEqual(await deltasOf(chunk({ refusal: 'No.' }), finishChunk(), '[DONE]'), [
      { type: 'refusal', text: 'No.' },
      stop,
    ]);
  });

  it('passes over chunks without choices or delta (Azure) and over null usage', async () => {
    assert.deepEqual(
      await deltasOf(
        { choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
        { choices: [{ index: 0, content_filter_results: {}, content_filter_offsets: {} }], usage: null },
        { id: 'x' },
        textChunk('a'),
        finishChunk(),
        '[DONE]',
      ),
      [{ type: 'text', text: 'a' }, stop],
    );
  });

  it('takes usage from inside of a choice, and the last of several counts', async () => {
    assert.deepEqual(
      await deltasOf(
        usageChunk({ prompt_tokens: 5, completion_tokens: 1 }),
        { choices: [{ delta: { content: 'a' }, usage: { prompt_tokens: 5, completion_tokens: 2 } }] },
        finishChunk(),
        '[DONE]',
      ),
      [{ type: 'text', text: 'a' }, { type: 'usage', usage: { inputTokens: 5, outputTokens: 2 } }, stop],
    );
  });

  for (const [said, meant] of [
    ['stop', 'stop'],
    ['length', 'length'],
    ['tool_calls', 'toolCalls'],
    ['function_call', 'toolCalls'],
    ['content_filter', 'contentFilter'],
    ['STOP', 'stop'],
    ['something_new', 'unknown'],
  ] as const) {
    it(`takes the finish reason ${said} for ${meant}`, async () => {
      assert.deepEqual((await deltasOf(finishChunk(said), '[DONE]')).at(-1), { type: 'finish', reason: meant });
    });
  }

  it('gives tool calls in pieces that carry their index', async () => {
    assert.deepEqual(
      await deltasOf(
        toolCallChunk(0, { id: 'call_1', name: 'look', arguments: '' }),
        toolCallChunk(0, { arguments: '{"at":' }),
        toolCallChunk(1, { id: 'call_2', name: 'wait', arguments: '{}' }),
        toolCallChunk(0, { arguments: '1}' }),
        finishChunk('tool_calls'),
        '[DONE]',
      ),
      [
        { type: 'toolCall', index: 0, id: 'call_1', name: 'look' },
        { type: 'toolCall', index: 0, argumentsText: '{"at":' },
        { type: 'toolCall', index: 1, id: 'call_2', name: 'wait', argumentsText: '{}' },
        { type: 'toolCall', index: 0, argumentsText: '1}' },
        { type: 'finish', reason: 'toolCalls' },
      ],
    );
  });

  it('tells whole tool calls without an index apart by their identifiers', async () => {
    const call = (id: string): object => chunk({ tool_calls: [{ id, function: { name: 'look', arguments: { id } } }] });
    assert.deepEqual(await deltasOf(call('a'), call('b'), finishChunk('tool_calls'), '[DONE]'), [
      { type: 'toolCall', index: 0, id: 'a', name: 'look', argumentsText: '{"id":"a"}' },
      { type: 'toolCall', index: 1, id: 'b', name: 'look', argumentsText: '{"id":"b"}' },
      { type: 'finish', reason: 'toolCalls' },
    ]);
  });

  it('takes a completion in one piece for the stream it should have been', async () => {
    await using setting = await Setting.create();
    setting.server.reply(
      sendJson(completion({ text: 'All.', reasoning: 'hm', usage: { prompt_tokens: 1, completion_tokens: 2 } })),
    );
    const { deltas, error } = await read(setting.model.streamComplete('Hi'));
    assert.equal(error, undefined);
    assert.deepEqual(deltas, [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'All.' },
      { type: 'usage', usage: { inputTokens: 1, outputTokens: 2 } },
      stop,
    ]);
  });

  it('asks again without usage where the server does not know that option, and remembers', async () => {
    await using setting = await Setting.create();
    const refusal = { detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs' }] };
    setting.server.reply(refuse(422, refusal));
    assert.equal((await read(setting.model.streamComplete('Hi'))).text, 'All is well.');
    await read(setting.model.streamComplete('Again'));
    assert.deepEqual(
      setting.server.requests.map(({ text }) => text.includes('stream_options')),
      [true, false, false],
    );
  });
});

describe('An answer that is not streamed', () => {
  it('holds text, reasoning, usage and finish reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerText(['Hel', 'lo'], { reasoning: ['hm'], finishReason: 'length' }));
    assert.deepEqual(await setting.model.complete('Hi'), {
      text: 'Hello',
      reasoning: 'hm',
      refusal: '',
      toolCalls: [],
      logprobs: [],
      finishReason: 'length',
      alternatives: [],
      citations: [],
      adjustments: [],
      usage: { inputTokens: 11, outputTokens: 7 },
    });
  });

  it('is whole without a finish reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendJson({ choices: [{ message: { content: 'Hi' }, finish_reason: null }] }));
    const { text, finishReason } = await setting.model.complete('Hi');
    assert.deepEqual({ text, finishReason }, { text: 'Hi', finishReason: 'stop' });
  });
});
