import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ModelError } from '../../../src/model/model-error';
import { openStores, stateOnDisk } from '../store/chat-files';
import { eventOf, lastAnswer, newChat } from './chat-fixture';
import { ScriptedModel, silence, stop, text, type Script } from './scripted-model';

describe('an answer', () => {
  const cases: readonly (readonly [string, Script, object])[] = [
    ['is complete when the model stops', [...text('Yes.'), stop], { status: 'complete' }],
    [
      'is complete when the model ends for a reason of its own',
      [...text('Yes.'), { type: 'finish', reason: 'unknown' }],
      { status: 'complete' },
    ],
    [
      'that stops at the output limit can be continued',
      [...text('Ye'), { type: 'finish', reason: 'length' }],
      { status: 'interrupted', kind: 'incompleteAnswer', actions: ['continueAnswer', 'retry'] },
    ],
    [
      'that spends its output limit on reasoning has failed',
      [
        { type: 'reasoning', text: 'Hm.' },
        { type: 'finish', reason: 'length' },
      ],
      { status: 'failed', kind: 'incompleteAnswer', actions: ['retry', 'selectModel'] },
    ],
    [
      'that the content filter cuts says so',
      [...text('Ye'), { type: 'finish', reason: 'contentFilter' }],
      { status: 'interrupted', kind: 'contentFiltered', actions: ['retry', 'selectModel'] },
    ],
    [
      'that the content filter suppresses has failed',
      [{ type: 'finish', reason: 'contentFilter' }],
      { status: 'failed', kind: 'contentFiltered', actions: ['retry', 'selectModel'] },
    ],
    [
      'whose stream ends without a reason is incomplete',
      text('Ye'),
      { status: 'interrupted', kind: 'incompleteAnswer', actions: ['continueAnswer', 'retry'] },
    ],
    [
      'without any text has failed',
      [{ type: 'reasoning', text: 'Hm.' }, stop],
      { status: 'failed', kind: 'incompleteAnswer', actions: ['retry', 'selectModel'] },
    ],
    [
      'whose connection breaks in the middle is interrupted',
      [...text('Ye'), new ModelError('connectionLost', 'terminated')],
      { status: 'interrupted', kind: 'connectionLost', actions: ['continueAnswer', 'openLog', 'retry'] },
    ],
    [
      'whose connection breaks at the start has failed',
      [new ModelError('connectionLost', 'terminated')],
      { status: 'failed', kind: 'connectionLost', actions: ['retry', 'openLog'] },
    ],
    [
      'keeps what came before the server failed',
      [...text('Ye'), new ModelError('serverError', 'oops', { status: 503, detail: 'overloaded' })],
      { status: 'failed', kind: 'serverError', actions: ['continueAnswer', 'selectModel', 'openLog', 'retry'] },
    ],
    [
      'fails visibly for errors that nobody foresaw',
      [new TypeError('undefined is not a function')],
      { status: 'failed', kind: 'unknown', actions: ['retry', 'openLog'] },
    ],
  ];
  for (const [name, script, expected] of cases) {
    it(name, async () => {
      const { chat, store } = await newChat();
      await chat.send({ text: '?', attachments: [], model: new ScriptedModel(script) });
      const { status, failure, text: words } = lastAnswer(chat);
      assert.deepEqual({ status, ...(failure && { kind: failure.kind, actions: failure.actions }) }, expected);
      assert.equal(words, script.flatMap((step) => ('type' in step && step.type === 'text' ? step.text : [])).join(''));
      await chat.close();
      assert.deepEqual(await stateOnDisk(store, chat.id), chat.state);
    });
  }

  it('that fails for a bug leaves the error to the log', async () => {
    const { chat } = await newChat();
    const errors: unknown[] = [];
    chat.onUnexpectedError((error) => errors.push(error));
    const bug = new TypeError('Bearer sk-secret is not a valid header');
    const model = new ScriptedModel([bug], [new ModelError('serverError', '')]);
    await chat.send({ text: '?', attachments: [], model });
    assert.deepEqual(errors, [bug]);
    assert.doesNotMatch(JSON.stringify(chat.state), /sk-secret/);
    await chat.retry(lastAnswer(chat).id, model);
    assert.equal(errors.length, 1);
  });

  it('that is stopped keeps what came, at once, whatever the model does', async () => {
    const { chat } = await newChat();
    const sending = chat.send({
      text: '?',
      attachments: [],
      model: new ScriptedModel([...text('Ye', 's'), silence()]),
    });
    await eventOf(chat, 'textAppended');
    // Until the model has nothing more to say for now.
    await setImmediate();
    await chat.stop();
    assert(!chat.busy);
    assert.equal(await sending, 'ended');
    const { status, failure, text: words } = lastAnswer(chat);
    assert.deepEqual({ status, failure, words }, { status: 'stopped', failure: undefined, words: 'Yes' });
  });

  it('that runs while the window closes is interrupted and can be continued', async () => {
    const { chat, directory } = await newChat();
    const model = new ScriptedModel([...text('Ye'), silence()]);
    const sending = chat.send({ text: '?', attachments: [], model });
    await eventOf(chat, 'textAppended');
    await chat.close();
    await sending;
    const state = await stateOnDisk(openStores(directory).store, chat.id);
    const answer = state.messages.at(-1);
    assert(answer?.role === 'assistant');
    assert.equal(answer.status, 'interrupted');
    assert(answer.failure?.actions.includes('continueAnswer'));
    assert.equal(answer.text, 'Ye');
    assert.equal(await chat.send({ text: 'More?', attachments: [], model }), 'readOnly');
  });

  it('does not stop twice, nor anything when nothing runs', async () => {
    const { chat, events } = await newChat();
    await chat.stop();
    const sending = chat.send({ text: '?', attachments: [], model: new ScriptedModel([silence()]) });
    await Promise.all([chat.stop(), chat.stop(), sending]);
    await chat.stop();
    assert.equal(events.filter(({ type }) => type === 'answerEnded').length, 1);
  });
});
