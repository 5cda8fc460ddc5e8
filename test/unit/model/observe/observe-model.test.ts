import assert from 'node:assert/strict';
import type { ModelDelta } from '../../../../src/model/deltas';
import { ModelError } from '../../../../src/model/model-error';
import type { ModelEvent } from '../../../../src/model/model-events';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';
import { observeModel } from '../../../../src/model/observe/observe-model';
import type { ModelPrice } from '../../../../src/shared/capabilities';
import type { TokenUsage } from '../../../../src/shared/usage';
import { completion } from '../../../servers/chunks';
import { sendJson } from '../../../servers/replies';
import { Setting } from '../openai/setting';
import { fakeModel, question, stop, text, wholeAnswer } from './fake-model';

const price: ModelPrice = { input: 2, output: 10, cachedInput: 0.5 };
const counted: TokenUsage = { inputTokens: 1_000, outputTokens: 100, cachedInputTokens: 400 };

describe('an observed model', () => {
  it('passes the stream on with the cost, and tells each step in order, with one identifier', async () => {
    const { model, events } = observed(fakeModel([text('Hi'), { type: 'usage', usage: counted }, stop]), price);
    const deltas = await all(model.streamChat(question('Hello?'), { conversationId: 'chat-1' }));
    const usage = { ...counted, cost: { dollars: 0.0024, source: 'price' } };
    assert.deepEqual(deltas, [text('Hi'), { type: 'usage', usage }, stop]);
    assert.deepEqual(typesOf(events), ['started', 'firstToken', 'delta', 'delta', 'delta', 'ended']);
    const [started] = events;
    const ended = events.at(-1);
    assert(started?.type === 'started' && ended?.type === 'ended');
    assert.equal(started.conversationId, 'chat-1');
    assert.equal(started.operation, 'chat');
    assert.deepEqual(ended.usage, usage);
    assert.equal(ended.finishReason, 'stop');
    assert.equal(new Set(events.map(({ id }) => id)).size, 1);
    assert(events.every((event, index) => index === 0 || event.milliseconds >= (events[index - 1]?.milliseconds ?? 0)));
  });

  it("keeps the server's own cost", async () => {
    const usage: TokenUsage = { ...counted, cost: { dollars: 0.5, source: 'server' } };
    const { model } = observed(fakeModel([{ type: 'usage', usage }, stop]), price);
    assert.deepEqual(await all(model.streamChat(question('?'))), [{ type: 'usage', usage }, stop]);
  });

  it('says no cost where no price is known', async () => {
    const { model } = observed(fakeModel([{ type: 'usage', usage: counted }, stop]));
    assert.deepEqual(await all(model.streamChat(question('?'))), [{ type: 'usage', usage: counted }, stop]);
  });

  it('estimates before the finish what the server did not count', async () => {
    const { model, events } = observed(fakeModel([text('Four '), text('by four'), stop]), { input: 1, output: 1 });
    const deltas = await all(model.streamChat(question('How many are they?')));
    const usage = {
      inputTokens: 5,
      outputTokens: 3,
      isEstimated: true,
      cost: { dollars: 8 / 1_000_000, source: 'price' },
    };
    assert.deepEqual(deltas, [text('Four '), text('by four'), { type: 'usage', usage }, stop]);
    assert.deepEqual(endOf(events), { type: 'ended', usage });
  });

  it('tells what it took a question with media for, beside what the server counted', async () => {
    const { model, events } = observed(fakeModel([text('Hi'), { type: 'usage', usage: counted }, stop]));
    const picture = { type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'low' } as const;
    await all(model.streamChat([{ role: 'user', content: [{ type: 'text', text: 'Who?' }, picture] }]));
    const ended = events.at(-1);
    assert(ended?.type === 'ended');
    assert.equal(ended.estimatedInputTokens, 1 + 85);
    assert.deepEqual(ended.usage, counted);
  });

  it('compares nothing for text, and nothing where the server did not count', async () => {
    const { model, events } = observed(fakeModel([text('Hi'), { type: 'usage', usage: counted }, stop]));
    await all(model.streamChat(question('Who?')));
    const uncounted = observed(fakeModel([text('Hi'), stop]));
    const picture = { type: 'image', image: { url: 'https://example.com/a.png' } } as const;
    await all(uncounted.model.streamChat([{ role: 'user', content: [picture] }]));
    for (const ended of [events.at(-1), uncounted.events.at(-1)]) {
      assert.equal(ended?.type, 'ended');
      assert.equal('estimatedInputTokens' in ended, false);
    }
  });

  it('estimates where the server counted zeros for an answer, and believes them where there is none', async () => {
    const zeros = { type: 'usage', usage: { inputTokens: 0, outputTokens: 0 } } as const;
    const estimate = { inputTokens: 1, outputTokens: 1, isEstimated: true };
    const answered = observed(fakeModel([zeros, text('Hi'), zeros, stop]));
    assert.deepEqual(await all(answered.model.streamChat(question('?'))), [
      text('Hi'),
      { type: 'usage', usage: estimate },
      stop,
    ]);
    assert.deepEqual(endOf(answered.events), { type: 'ended', usage: estimate });
    const silent = observed(fakeModel([zeros, stop]));
    assert.deepEqual(await all(silent.model.streamChat(question('?'))), [zeros, stop]);
    const whole = observed(fakeModel([], { result: { ...wholeAnswer, usage: zeros.usage } }));
    assert.deepEqual((await whole.model.complete('12345678')).usage, {
      inputTokens: 2,
      outputTokens: 5,
      isEstimated: true,
    });
  });

  it('counts a request that was left early as cancelled, with what had come', async () => {
    const { model, events } = observed(fakeModel([text('1234'), text('5678'), stop]));
    for await (const delta of model.streamChat(question('Count!'))) {
      assert.deepEqual(delta, text('1234'));
      break;
    }
    assert.deepEqual(endOf(events), {
      type: 'cancelled',
      usage: { inputTokens: 2, outputTokens: 1, isEstimated: true },
    });
  });

  it('has ended for someone who stops to read at the finish', async () => {
    const { model, events } = observed(fakeModel([text('Hi'), stop]));
    for await (const delta of model.streamChat(question('?'))) {
      if (delta.type === 'finish') {
        break;
      }
    }
    assert.equal(endOf(events).type, 'ended');
  });

  it('yields what a broken answer had cost before it throws', async () => {
    const error = new ModelError('connectionLost', 'Broken.');
    const { model, events } = observed(fakeModel([text('1234'), error]));
    const seen: ModelDelta[] = [];
    await assert.rejects(async () => {
      for await (const delta of model.streamChat(question('Count!'))) {
        seen.push(delta);
      }
    }, error);
    const usage = { inputTokens: 2, outputTokens: 1, isEstimated: true };
    assert.deepEqual(seen, [text('1234'), { type: 'usage', usage }]);
    assert.deepEqual(endOf(events), { type: 'failed', usage });
  });

  it('counts nothing for a request that failed before an answer', async () => {
    const { model, events } = observed(fakeModel([new ModelError('unauthorized', 'No.')]));
    await assert.rejects(all(model.streamChat(question('?'))), { kind: 'unauthorized' });
    assert.deepEqual(typesOf(events), ['started', 'failed']);
    assert.deepEqual(endOf(events), { type: 'failed' });
  });

  it('tells an error that is no ModelError as one of unknown kind, and throws it as it was', async () => {
    const bug = new TypeError('Oops.');
    const { model, events } = observed(fakeModel([bug]));
    await assert.rejects(all(model.streamChat(question('?'))), bug);
    const last = events.at(-1);
    assert(last?.type === 'failed');
    assert.equal(last.error.kind, 'unknown');
    assert.equal(last.error.cause, bug);
  });

  it('tells an aborted request as cancelled', async () => {
    const { model, events } = observed(fakeModel([text('1234'), new Error('Aborted.')]));
    const abortion = new AbortController();
    await assert.rejects(async () => {
      for await (const delta of model.streamChat(question('Count!'), { signal: abortion.signal })) {
        assert.equal(delta.type, 'text');
        abortion.abort();
      }
    });
    assert.equal(endOf(events).type, 'cancelled');
  });

  it('gives whole answers their cost, or an estimate', async () => {
    const withUsage = observed(fakeModel([], { result: { ...wholeAnswer, usage: counted } }), price);
    const result = await withUsage.model.complete('?');
    assert.deepEqual(result.usage?.cost, { dollars: 0.0024, source: 'price' });
    const without = observed(fakeModel([], { result: wholeAnswer }));
    assert.deepEqual((await without.model.chat(question('12345678'))).usage, {
      inputTokens: 2,
      outputTokens: 5,
      isEstimated: true,
    });
    assert.deepEqual(typesOf(without.events), ['started', 'ended']);
  });

  it('counts a whole answer that the server broke off as it counts a stream', async () => {
    const usage: TokenUsage = { ...counted, cost: { dollars: 0.0024, source: 'price' } };
    const broken = completion({
      text: 'Four by',
      finishReason: 'error',
      usage: { prompt_tokens: 1_000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 400 } },
    });
    await using setting = await Setting.create();
    setting.server.reply(sendJson(broken));
    const { model, events } = observed(setting.model, price);
    await assert.rejects(model.chat(question('?')), ModelError);
    assert.deepEqual(endOf(events), { type: 'failed', usage });
  });

  it('counts embeddings', async () => {
    const { model, events } = observed(fakeModel([], { embedding: { vectors: [] } }), price);
    const { usage } = await model.embed(['12345678', '1234']);
    assert.deepEqual(usage, {
      inputTokens: 3,
      outputTokens: 0,
      isEstimated: true,
      cost: { dollars: 6 / 1_000_000, source: 'price' },
    });
    assert(events[0]?.type === 'started' && events[0].operation === 'embed');
    assert.deepEqual(endOf(events), { type: 'ended', usage });
  });

  it('counts no tokens for the built-in engine', async () => {
    const { model, events } = observed(fakeModel([text('Read.'), stop], { offline: true }));
    assert.deepEqual(await all(model.streamChat(question('?'))), [text('Read.'), stop]);
    assert.deepEqual(endOf(events), { type: 'ended', usage: { inputTokens: 0, outputTokens: 0 } });
  });

  it('leaves it to the model to refuse what is no question', async () => {
    const refusal = new ModelError('invalidInput', 'No prompt.');
    const { model } = observed(fakeModel([refusal]));
    // @ts-expect-error -- what callers without types may pass
    await assert.rejects(all(model.streamComplete(undefined, 7)), refusal);
    // @ts-expect-error -- what callers without types may pass
    await assert.rejects(model.chat(undefined), refusal);
  });
});

function observed(inner: MultimodalModel, modelPrice?: ModelPrice) {
  const events: ModelEvent[] = [];
  const model = observeModel(inner, { observer: (event) => events.push(event), price: () => modelPrice });
  return { model, events };
}

async function all(deltas: AsyncIterable<ModelDelta>): Promise<readonly ModelDelta[]> {
  const seen: ModelDelta[] = [];
  for await (const delta of deltas) {
    seen.push(delta);
  }
  return seen;
}

function typesOf(events: readonly ModelEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

/** How the last event says that the request ended. */
function endOf(events: readonly ModelEvent[]): { readonly type: string; readonly usage?: TokenUsage } {
  const event = events.at(-1);
  assert(event?.type === 'ended' || event?.type === 'failed' || event?.type === 'cancelled');
  return { type: event.type, ...(event.usage && { usage: event.usage }) };
}
