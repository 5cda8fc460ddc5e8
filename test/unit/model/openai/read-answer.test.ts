import assert from 'node:assert/strict';
import type { ModelDelta } from '../../../../src/model/deltas';
import { ModelError } from '../../../../src/model/model-error';
import { defaultLimits } from '../../../../src/model/openai/limits';
import type { ParameterLayer } from '../../../../src/shared/parameters';
import { chunk, completion, finishChunk, textChunk, toolCallChunk, usageChunk } from '../../../servers/chunks';
import { answerEvents, answerThenSilence, sendJson } from '../../../servers/replies';
import { type Outcome, read, Setting } from './setting';

const usage = { prompt_tokens: 1, completion_tokens: 2 };
const choiceOf = (index: number, delta: object, reason: string | null = null): object => ({
  choices: [{ index, delta, finish_reason: reason }],
});

async function ask(events: readonly (object | string)[], parameters: ParameterLayer = {}): Promise<Outcome> {
  await using setting = await Setting.create();
  setting.server.reply(answerEvents(events));
  return await read(setting.model.streamComplete('Hi', [], { parameters }));
}

function typesOf({ deltas }: Outcome): readonly ModelDelta['type'][] {
  return deltas.map(({ type }) => type);
}

const json: ParameterLayer = {
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'answer', schema: { type: 'object', required: ['price'] } },
  },
};

describe('A response', () => {
  it('tells sources, usage and finish last, whatever the order on the wire', async () => {
    const outcome = await ask([
      { ...usageChunk(usage), citations: ['https://a.example'] },
      textChunk('a'),
      finishChunk(),
      '[DONE]',
    ]);
    assert.deepEqual(typesOf(outcome), ['text', 'citation', 'usage', 'finish']);
  });

  it('tells the usage that came before it broke off', async () => {
    const outcome = await ask([{ ...textChunk('half'), usage }]);
    assert.deepEqual(typesOf(outcome), ['text', 'usage']);
    assert.ok(outcome.error instanceof ModelError && outcome.error.kind === 'incompleteAnswer');
  });

  it('keeps what was held back when it breaks off', async () => {
    const outcome = await ask([textChunk('<thin')]);
    assert.equal(outcome.text, '<thin');
    assert.ok(outcome.error instanceof ModelError);
  });

  it('fails with the words of an error inside of a choice, after its text', async () => {
    const error = { code: 502, message: 'Provider disconnected' };
    const outcome = await ask([
      textChunk('half'),
      { choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error', error }] },
    ]);
    assert.equal(outcome.text, 'half');
    assert.ok(outcome.error instanceof ModelError);
    assert.deepEqual([outcome.error.kind, outcome.error.detail], ['serverError', 'Provider disconnected']);
  });

  it('fails with an error inside of a choice where no stream was asked, too', async () => {
    await using setting = await Setting.create();
    const error = { code: 403, message: 'Flagged' };
    setting.server.reply(sendJson({ choices: [{ message: { content: 'a' }, finish_reason: 'error', error }] }));
    await assert.rejects(setting.model.complete('Hi'), { name: 'ModelError', detail: 'Flagged' });
  });

  it('lets an error after the finish reason take nothing away', async () => {
    const outcome = await ask([textChunk('a'), finishChunk(), { error: { message: 'Too late' } }]);
    assert.deepEqual([outcome.text, outcome.error], ['a', undefined]);
  });
});

describe('A response with several answers', () => {
  const both = [
    choiceOf(0, { content: 'a' }),
    choiceOf(1, { content: 'b' }),
    choiceOf(0, {}, 'stop'),
    choiceOf(1, {}, 'length'),
  ];

  it('tells each with its finish reason', async () => {
    const { deltas } = await ask([...both, '[DONE]'], { n: 2 });
    assert.deepEqual(deltas, [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b', alternative: 1 },
      { type: 'finish', reason: 'stop', alternatives: ['length'] },
    ]);
  });

  it('is the same where no stream was asked', async () => {
    await using setting = await Setting.create();
    setting.server.reply(
      sendJson({
        choices: [
          { index: 0, message: { content: 'a' }, finish_reason: 'stop' },
          { index: 1, message: { content: 'b' }, finish_reason: 'length' },
        ],
      }),
    );
    const { text, alternatives } = await setting.model.complete('Hi', [], { parameters: { n: 2 } });
    assert.equal(text, 'a');
    assert.deepEqual(
      alternatives.map((alternative) => [alternative.text, alternative.finishReason]),
      [['b', 'length']],
    );
  });

  it('is incomplete while one of them has not finished', async () => {
    const { error } = await ask([...both.slice(0, 3)], { n: 2 });
    assert.ok(error instanceof ModelError && error.kind === 'incompleteAnswer');
  });

  it('waits for an answer that has not begun when the first has finished', async () => {
    await using setting = await Setting.create(() => ({
      limits: { ...defaultLimits, closingMilliseconds: 1, silenceMilliseconds: 5_000 },
    }));
    setting.server.reply(
      answerEvents([choiceOf(0, { content: 'a' }, 'stop'), choiceOf(1, { content: 'b' }, 'stop')], 200),
    );
    const { deltas, error } = await read(setting.model.streamComplete('Hi', [], { parameters: { n: 2 } }));
    assert.equal(error, undefined);
    assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'stop', alternatives: ['stop'] });
  });

  it('is whole with fewer answers than were asked for', async () => {
    const { deltas, error } = await ask([textChunk('a'), finishChunk(), '[DONE]'], { n: 3 });
    assert.equal(error, undefined);
    assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'stop' });
  });

  it('is incomplete, and keeps what came, where it breaks off before the others have begun', async () => {
    const outcome = await ask([textChunk('a'), finishChunk()], { n: 2 });
    assert.equal(outcome.text, 'a');
    assert.ok(outcome.error instanceof ModelError && outcome.error.kind === 'incompleteAnswer');
  });

  it('is not waited for long once all have finished', async () => {
    await using setting = await Setting.create(() => ({ limits: { ...defaultLimits, closingMilliseconds: 200 } }));
    setting.server.reply(answerThenSilence(both));
    const { error } = await read(setting.model.streamComplete('Hi', [], { parameters: { n: 2 } }));
    assert.equal(error, undefined);
  });
});

describe('An answer that was asked for as JSON', () => {
  it('is checked when it is whole, and told before the finish', async () => {
    const outcome = await ask([textChunk('{"pri'), textChunk('ce":1}'), finishChunk(), '[DONE]'], json);
    assert.deepEqual(outcome.deltas.slice(-2), [
      { type: 'outputChecked', check: { format: 'json_schema', problems: [] } },
      { type: 'finish', reason: 'stop' },
    ]);
  });

  it('is what stands after thoughts whose opening tag was in the prompt', async () => {
    const { deltas } = await ask(
      [textChunk('Price?\n</think>\n'), textChunk('{"price":1}'), finishChunk(), '[DONE]'],
      json,
    );
    assert.deepEqual(deltas, [
      { type: 'text', text: 'Price?\n</think>' },
      { type: 'reasoning', text: '', claimsText: true },
      { type: 'text', text: '{"price":1}' },
      { type: 'outputChecked', check: { format: 'json_schema', problems: [] } },
      { type: 'finish', reason: 'stop' },
    ]);
  });

  it('is told what does not fit', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendJson(completion({ text: '<think>hm</think>{}' })));
    const { text, output } = await setting.model.complete('Hi', [], { parameters: json });
    assert.equal(text, '{}');
    assert.deepEqual(output?.problems, ['The answer must have the property "price".']);
  });

  for (const [what, events] of [
    ['was cut', [textChunk('{"pri'), finishChunk('length')]],
    ['is a refusal', [chunk({ refusal: 'No.' }), finishChunk()]],
    ['is a tool call', [toolCallChunk(0, { id: 'a', name: 'look', arguments: '{}' }), finishChunk('tool_calls')]],
  ] as const) {
    it(`is not checked when it ${what}`, async () => {
      const types = typesOf(await ask([...events, '[DONE]'], json));
      assert.equal(types.includes('outputChecked'), false);
      assert.equal(types.at(-1), 'finish');
    });
  }
});
