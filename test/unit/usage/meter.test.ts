import assert from 'node:assert/strict';
import { ModelError } from '../../../src/model/model-error';
import type { ModelEvent } from '../../../src/model/model-events';
import type { BudgetedModel } from '../../../src/usage/budget';
import { createMeter } from '../../../src/usage/meter';
import { recordUsage } from '../../../src/usage/record-usage';
import type { UsageEntry } from '../../../src/usage/usage-entry';
import { Emitter } from '../../../src/util/emitter';
import { fakeModel, question, stop, text } from '../model/observe/fake-model';

describe('a metered model', () => {
  it('writes down what each request used, for its chat', async () => {
    const { meter, entries } = metering();
    const usage = { inputTokens: 7, outputTokens: 3 };
    const model = meter(fakeModel([text('Hi'), { type: 'usage', usage }, stop]), { isLocal: true });
    await drain(model.streamChat(question('?'), { conversationId: 'chat-1' }));
    await drain(model.streamComplete('?'));
    assert.deepEqual(
      entries.map(({ endpoint, model: name, conversationId, operation, isLocal, usage: used }) => ({
        endpoint,
        name,
        conversationId,
        operation,
        isLocal,
        used,
      })),
      ['chat-1', undefined].map((conversationId) => ({
        endpoint: 'Server',
        name: 'eyes-1',
        conversationId,
        operation: 'chat',
        isLocal: true,
        used: usage,
      })),
    );
  });

  it('writes down what was cancelled and what broke, and nothing of what never began', async () => {
    const { meter, entries } = metering();
    const lost = new ModelError('connectionLost', 'Lost.');
    const cancelled = meter(fakeModel([text('1234'), stop]), { isLocal: false });
    for await (const _delta of cancelled.streamChat(question('?'))) {
      break;
    }
    await assert.rejects(drain(meter(fakeModel([text('1234'), lost]), { isLocal: false }).streamChat(question('?'))));
    await assert.rejects(drain(meter(fakeModel([lost]), { isLocal: false }).streamChat(question('?'))));
    assert.deepEqual(
      entries.map(({ usage }) => usage),
      [1, 2].map(() => ({ inputTokens: 1, outputTokens: 1, isEstimated: true })),
    );
  });

  it('writes down nothing of the built-in engine', async () => {
    const { meter, entries } = metering();
    await drain(meter(fakeModel([text('Read.'), stop], { offline: true }), { isLocal: true }).streamComplete('?'));
    assert.deepEqual(entries, []);
  });

  it('is stopped by the budget unless it is free', async () => {
    const reached = new ModelError('budgetReached', 'Used up.');
    const asked: BudgetedModel[] = [];
    const { meter, events } = metering((model) => {
      asked.push(model);
      return model.mayCostMoney ? Promise.reject(reached) : Promise.resolve();
    });
    const answer = [text('Hi'), stop];
    await assert.rejects(drain(meter(fakeModel(answer), { isLocal: false }).streamComplete('?')), reached);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['started', 'failed'],
    );
    await drain(meter(fakeModel(answer), { isLocal: true }).streamComplete('?'));
    await drain(meter(fakeModel(answer, { offline: true }), { isLocal: false }).streamComplete('?'));
    assert.deepEqual(
      asked,
      [true, false].map((mayCostMoney) => ({ endpoint: 'Server', model: 'eyes-1', mayCostMoney })),
    );
  });

  it('is stopped between batches of texts, and what was embedded is written down', async () => {
    const usage = { inputTokens: 1, outputTokens: 0 };
    const { meter, entries } = metering(() =>
      entries.length < 2 ? Promise.resolve() : Promise.reject(new ModelError('budgetReached', 'Used up.')),
    );
    const model = meter(fakeModel([], { embedding: { vectors: [Float32Array.of(1)], usage } }), { isLocal: false });
    await assert.rejects(model.embed(['a', 'b', 'c'], { batchSize: 1 }), { kind: 'budgetReached' });
    assert.deepEqual(
      entries.map(({ operation, usage: used }) => [operation, used]),
      [1, 2].map(() => ['embed', usage]),
    );
  });
});

function metering(checkBudget: (asked: BudgetedModel) => Promise<void> = () => Promise.resolve()) {
  const emitter = new Emitter<ModelEvent>();
  const entries: UsageEntry[] = [];
  const events: ModelEvent[] = [];
  recordUsage(emitter.event, (entry) => entries.push(entry));
  emitter.event((event) => events.push(event));
  const meter = createMeter({ observer: (event) => emitter.fire(event), checkBudget });
  return { meter, entries, events };
}

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _item of items) {
    // What comes does not matter here.
  }
}
