import assert from 'node:assert/strict';
import { blobsOf } from '../../../src/attachments/blobs-of';
import { existsSync, readFileSync } from 'node:fs';
import { ModelError } from '../../../src/model/model-error';
import { Conversation } from '../../../src/conversation/conversation';
import { openStores, stateOnDisk } from '../store/chat-files';
import { fold, imageAttachment, lastAnswer, newChat } from './chat-fixture';
import { answer, ScriptedModel, silence, stop, text } from './scripted-model';

describe('sending a question', () => {
  it('records question and answer, and tells every event of it', async () => {
    const { chat, events, store } = await newChat();
    const model = new ScriptedModel([
      { type: 'reasoning', text: 'Hm.' },
      ...text('A ', 'cat.'),
      { type: 'usage', usage: { inputTokens: 7, outputTokens: 2 } },
      stop,
    ]);
    assert.equal(await chat.send({ text: 'What is this?', attachments: [], model }), 'ended');

    assert.deepEqual(
      chat.state.messages.map(({ role, text: words }) => [role, words]),
      [
        ['user', 'What is this?'],
        ['assistant', 'A cat.'],
      ],
    );
    const { reasoning, status, usage, model: label, failure } = lastAnswer(chat);
    assert.deepEqual(
      { reasoning, status, usage, label, failure },
      {
        reasoning: 'Hm.',
        status: 'complete',
        usage: { inputTokens: 7, outputTokens: 2 },
        label: { endpoint: 'Local', model: 'eyes-1' },
        failure: undefined,
      },
    );
    assert.equal(chat.state.title, 'What is this?');
    assert.deepEqual(fold(events), chat.state);
    await chat.close();
    assert.deepEqual(await stateOnDisk(store, chat.id), chat.state);
  });

  it('writes nothing before the first question', async () => {
    const { chat, path } = await newChat();
    await chat.close();
    assert(!existsSync(path));
  });

  it('has the question on disk before the model is asked', async () => {
    const { chat, path } = await newChat();
    let onDisk = '';
    const model = new ScriptedModel(answer('Yes.'));
    const streamChat = model.streamChat.bind(model);
    model.streamChat = (messages, options) => {
      onDisk = readFileSync(path, 'utf8');
      return streamChat(messages, options);
    };
    await chat.send({ text: 'Is it saved?', attachments: [], model });
    assert.match(onDisk, /Is it saved\?/);
  });

  it('sends the whole chat each time', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    await chat.send({ text: 'First?', attachments: [], model });
    await chat.send({ text: 'Second?', attachments: [], model });
    assert.deepEqual(model.requests[1], [
      { role: 'user', content: [{ type: 'text', text: 'First?' }] },
      { role: 'assistant', text: 'One.' },
      { role: 'user', content: [{ type: 'text', text: 'Second?' }] },
    ]);
  });

  it('takes one question at a time, and the next as soon as the answer has ended', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    let next: Promise<string> | undefined;
    chat.onEvent(({ type }) => {
      if (type === 'answerEnded') {
        next ??= chat.send({ text: 'Second?', attachments: [], model });
      }
    });
    const first = chat.send({ text: 'First?', attachments: [], model });
    assert(chat.busy);
    assert.equal(await chat.send({ text: 'Too early?', attachments: [], model }), 'busy');
    await first;
    assert.equal(await next, 'ended');
    assert.equal(chat.state.messages.length, 4);
  });

  it('shows the first piece at once and joins those that come faster than a frame', async () => {
    const { chat, events } = await newChat();
    const pieces = Array.from({ length: 500 }, (_, index) => `${index} `);
    await chat.send({ text: 'Count.', attachments: [], model: new ScriptedModel([...text(...pieces), stop]) });
    const shown = events.filter((event) => event.type === 'textAppended');
    assert.equal(shown[0]?.text, '0 ');
    assert(shown.length < 100, `${shown.length} events`);
    assert.equal(lastAnswer(chat).text, pieces.join(''));
  });

  it('keeps the order of text and reasoning', async () => {
    const { chat, events } = await newChat();
    const script = [
      { type: 'reasoning', text: 'a' },
      { type: 'text', text: 'b' },
      { type: 'text', text: 'c' },
      { type: 'reasoning', text: 'd' },
      stop,
    ] as const;
    await chat.send({ text: '?', attachments: [], model: new ScriptedModel(script) });
    assert.equal(
      events
        .filter((event) => event.type === 'textAppended' || event.type === 'reasoningAppended')
        .map((event) => event.text)
        .join(''),
      'abcd',
    );
  });

  it('shows a wait before the request is repeated, and does not store it', async () => {
    const { chat, events, path } = await newChat();
    const error = new ModelError('rateLimited', 'slow down', { status: 429, retryAfterMilliseconds: 3000 });
    const model = new ScriptedModel([{ type: 'retry', attempt: 2, delayMilliseconds: 3000, error }, ...answer('Yes.')]);
    const before = Date.now();
    await chat.send({ text: '?', attachments: [], model });
    const scheduled = events.find((event) => event.type === 'retryScheduled');
    assert.equal(scheduled?.retry.attempt, 2);
    assert(scheduled.retry.resumesAt >= before + 3000);
    assert.match(scheduled.retry.failure.message, /3 seconds/);
    assert.equal(lastAnswer(chat).retry, undefined);
    assert.doesNotMatch(readFileSync(path, 'utf8'), /retryScheduled/);
  });

  it('goes on when a listener throws', async () => {
    const { chat } = await newChat();
    const uncaught: unknown[] = [];
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => uncaught.push(error));
    try {
      chat.onEvent(({ type }) => {
        if (type === 'textAppended') {
          throw new Error('The panel has closed.');
        }
      });
      await chat.send({ text: '?', attachments: [], model: new ScriptedModel(answer('Yes.')) });
    } finally {
      process.removeAllListeners('uncaughtException');
      listeners.forEach((listener) => process.on('uncaughtException', listener));
    }
    assert.equal(lastAnswer(chat).status, 'complete');
    assert.equal(uncaught.length, 1);
  });

  it('is refused in a chat that can only be read', async () => {
    const { chat, directory } = await newChat();
    await chat.send({ text: 'First?', attachments: [], model: new ScriptedModel(answer('One.')) });
    const { store, blobs } = openStores(directory);
    const opened = await store.open(chat.id);
    assert(opened.status === 'readOnly');
    const reader = new Conversation({ blobs, state: opened.state, readOnlyReason: opened.reason });
    const model = new ScriptedModel();
    const id = chat.state.messages[0]?.id ?? '';
    assert.equal(await reader.send({ text: 'Second?', attachments: [], model }), 'readOnly');
    assert.equal(await reader.retry(id, model), 'readOnly');
    assert.equal(await reader.edit(id, 'x', model), 'readOnly');
    assert.equal(await reader.deleteTurn(id), 'readOnly');
    assert.deepEqual(reader.state, chat.state);
    assert.deepEqual(model.requests, []);
  });

  it('fails by name, and sends nothing, when an attachment is gone from the disk', async () => {
    const { chat, blobs, directory } = await newChat();
    const image = await imageAttachment(blobs, 'cat.png');
    await openStores(directory).blobs.remove(blobsOf(image), Infinity);
    const model = new ScriptedModel();
    await chat.send({ text: '?', attachments: [image], model });
    const { status, failure } = lastAnswer(chat);
    assert.equal(status, 'failed');
    assert.equal(failure?.kind, 'mediaUnreadable');
    assert.match(failure.message, /cat\.png/);
    assert.deepEqual(model.requests, []);
  });

  it('is told once that the disk is full, and answers all the same', async () => {
    const { chat, path } = await newChat();
    const { mkdirSync } = await import('node:fs');
    mkdirSync(path, { recursive: true });
    const failures: string[] = [];
    chat.onStorageFailure(({ kind, message }) => failures.push(`${kind}: ${message}`));
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    await chat.send({ text: 'First?', attachments: [], model });
    await chat.send({ text: 'Second?', attachments: [], model });
    assert.equal(chat.state.messages.length, 4);
    assert.equal(failures.length, 1);
    assert.match(failures[0] ?? '', /^storage: This chat can't be saved/);
    assert.equal(chat.storageFailure?.kind, 'storage');
    await chat.close();
  });

  it('can be stopped while the disk or the model keeps silent', async () => {
    const { chat } = await newChat();
    const sending = chat.send({ text: '?', attachments: [], model: new ScriptedModel([silence()]) });
    await chat.stop();
    assert.equal(await sending, 'ended');
    assert.equal(lastAnswer(chat).status, 'stopped');
  });
});
