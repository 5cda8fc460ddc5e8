import assert from 'node:assert/strict';
import { chatUsage } from '../../../media/format/chat-usage';
import { ModelError } from '../../../src/model/model-error';
import type { ModelEvent } from '../../../src/model/model-events';
import type { ModelPrice } from '../../../src/shared/capabilities';
import { localDay } from '../../../src/usage/local-day';
import { createMeter } from '../../../src/usage/meter';
import { recordUsage } from '../../../src/usage/record-usage';
import type { UsageEntry } from '../../../src/usage/usage-entry';
import { createReport } from '../../../src/usage/usage-report';
import { Emitter } from '../../../src/util/emitter';
import { lastAnswer, newChat } from '../conversation/chat-fixture';
import { type Script, ScriptedModel, stop, text } from '../conversation/scripted-model';

const price: ModelPrice = { input: 1_000, output: 2_000 };

const reported: Script = [...text('Four.'), { type: 'usage', usage: { inputTokens: 7, outputTokens: 2 } }, stop];
const charged: Script = [
  ...text('Five.'),
  { type: 'usage', usage: { inputTokens: 9, outputTokens: 3, cost: { dollars: 0.25, source: 'server' } } },
  stop,
];
const zeros: Script = [...text('Six.'), { type: 'usage', usage: { inputTokens: 0, outputTokens: 0 } }, stop];
const uncounted: Script = [...text('Seven.'), stop];
const cut: Script = [...text('Eight and'), { type: 'finish', reason: 'length' }];
const broken: Script = [...text('Nine'), new ModelError('connectionLost', 'Lost.')];

describe('what the answers of a chat say of their usage', () => {
  it('adds up to what the usage page says of it', async () => {
    const { messages, sums } = await chatOf(price);
    const shown = chatUsage(messages);
    assert(shown?.dollars !== undefined);
    assert.deepEqual(
      [shown.inputTokens, shown.outputTokens, shown.unpriced],
      [sums.inputTokens, sums.outputTokens, sums.unpricedRequests],
    );
    assert.equal(shown.dollars.toFixed(9), sums.dollars.toFixed(9));
    assert.equal(shown.isEstimated, true);
    assert.deepEqual([sums.requests, sums.estimatedRequests], [7, 5]);
    assert(sums.estimatedDollars > 0 && sums.estimatedDollars < sums.dollars);
  });

  it('has money only where it is known, there as here', async () => {
    const { messages, sums } = await chatOf(undefined);
    const shown = chatUsage(messages);
    assert.deepEqual([shown?.dollars, sums.dollars, sums.estimatedDollars], [0.25, 0.25, 0]);
    // Six requests, two of which made one answer.
    assert.deepEqual([shown?.unpriced, sums.unpricedRequests], [5, 6]);
    assert.deepEqual([shown?.inputTokens, shown?.outputTokens], [sums.inputTokens, sums.outputTokens]);
  });
});

/** A chat with an answer of each kind, and what the page adds up for it. */
async function chatOf(modelPrice: ModelPrice | undefined) {
  const events = new Emitter<ModelEvent>();
  const entries: UsageEntry[] = [];
  recordUsage(events.event, (entry) => entries.push(entry));
  const meter = createMeter({ observer: (event) => events.fire(event), checkBudget: () => Promise.resolve() });
  const metered = (script: Script) => meter(new ScriptedModel(script), { isLocal: false, price: () => modelPrice });
  const { chat } = await newChat();
  for (const script of [reported, charged, zeros, uncounted, cut]) {
    await chat.send({ text: 'How many are they?', attachments: [], model: metered(script) });
  }
  await chat.continueAnswer(lastAnswer(chat).id, metered(uncounted));
  await chat.send({ text: 'And now?', attachments: [], model: metered(broken) });
  const report = createReport({ entries, today: localDay(Date.now()), titles: new Map(), budget: undefined });
  const [ofChat] = report.periods.all.chats;
  assert.equal(ofChat?.conversationId, chat.id);
  return { messages: chat.state.messages, sums: ofChat.sums };
}
