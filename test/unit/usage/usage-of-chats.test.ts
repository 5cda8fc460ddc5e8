import assert from 'node:assert/strict';
import { chatUsage } from '../../../media/format/chat-usage';
import { ModelError } from '../../../src/model/model-error';
import type { ModelEvent } from '../../../src/model/model-events';
import type { ModelPrice } from '../../../src/shared/capabilities';
import { localDay } from '../../../src/usage/local-day';
import { createMeter } from '../../../src/usage/meter';
import { recordUsage } from '../../../src/usage/record-usage';
import { everyMessage } from '../../../src/shared/forks';
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
    assert.deepEqual([sums.requests, sums.estimatedRequests], [9, 5]);
    assert(sums.estimatedDollars > 0 && sums.estimatedDollars < sums.dollars);
  });

  it('has money only where it is known, there as here', async () => {
    const { messages, sums } = await chatOf(undefined);
    const shown = chatUsage(messages);
    assert.deepEqual([shown?.dollars, sums.dollars, sums.estimatedDollars], [0.5, 0.5, 0]);
    // Seven requests, two of which made one answer.
    assert.deepEqual([shown?.unpriced, sums.unpricedRequests], [6, 7]);
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
  // Another answer, and another question: what they replace was paid for as well.
  await chat.retry(chat.state.messages[3]?.id ?? '', metered(charged));
  await chat.edit(chat.state.messages[0]?.id ?? '', 'How many are left?', metered(reported));
  const report = createReport({ entries, today: localDay(Date.now()), titles: new Map(), budget: undefined });
  const [ofChat] = report.periods.all.chats;
  assert.equal(ofChat?.conversationId, chat.id);
  return { messages: everyMessage(chat.state), sums: ofChat.sums };
}
