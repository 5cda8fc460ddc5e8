import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { Conversation } from '../../../src/conversation/conversation';
import { openStores, stateOnDisk } from '../store/chat-files';
import { temporaryDirectory } from '../store/temporary-directory';
import { fold, newChat } from './chat-fixture';
import { answer, ScriptedModel, stop, text } from './scripted-model';

describe('what is set for one chat', () => {
  it('goes with each question, and the identifier of the chat with it', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    await chat.send({ text: 'First?', attachments: [], model });
    assert.equal(chat.setParameters({ temperature: 0.5, seed: null }), 'changed');
    assert.equal(chat.setSystemPrompt('Be brief.'), 'changed');
    await chat.send({ text: 'Second?', attachments: [], model });
    assert.deepEqual(
      model.options.map(({ parameters, conversationId }) => ({ parameters, conversationId })),
      [
        { parameters: {}, conversationId: chat.id },
        { parameters: { temperature: 0.5, seed: null }, conversationId: chat.id },
      ],
    );
    assert.deepEqual(
      model.requests.map(([first]) => first?.role),
      ['user', 'system'],
    );
    assert.deepEqual(model.requests[1]?.[0], { role: 'system', text: 'Be brief.' });
  });

  it('leaves no file behind in a chat that is never used', async () => {
    const { chat, path, events } = await newChat();
    chat.setParameters({ n: 2 });
    chat.setSystemPrompt('Be brief.');
    assert.deepEqual(
      events.map(({ type }) => type),
      ['parametersChanged', 'systemPromptChanged'],
    );
    await chat.close();
    assert(!existsSync(path));
  });

  it('before the first question is kept with it', async () => {
    const { chat, store, events } = await newChat();
    chat.setParameters({ n: 2 });
    chat.setParameters({ n: 3 });
    chat.setSystemPrompt('Be brief.');
    const model = new ScriptedModel(answer('One.'));
    await chat.send({ text: 'First?', attachments: [], model });
    assert.deepEqual(model.options[0]?.parameters, { n: 3 });
    assert.deepEqual(fold(events), chat.state);
    await chat.close();
    const state = await stateOnDisk(store, chat.id);
    assert.deepEqual(state, chat.state);
    assert.deepEqual([state.parameters, state.systemPrompt], [{ n: 3 }, 'Be brief.']);
  });

  it('can be taken away again', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('One.'));
    chat.setSystemPrompt('Be brief.');
    chat.setSystemPrompt('');
    await chat.send({ text: 'First?', attachments: [], model });
    assert.equal(model.requests[0]?.[0]?.role, 'user');
  });

  it('can not be changed in a chat that another window holds', async () => {
    const { blobs } = openStores(await temporaryDirectory());
    const chat = new Conversation({ blobs, readOnlyReason: 'It is open elsewhere.' });
    assert.equal(chat.setParameters({ n: 2 }), 'readOnly');
    assert.equal(chat.setSystemPrompt('Be brief.'), 'readOnly');
    assert.equal(chat.state.parameters, undefined);
  });

  it('asks for one plain text when an answer is to go on, and leaves out what the model repeats', async () => {
    const { chat } = await newChat();
    const parameters = { n: 2, response_format: { type: 'json_object' }, temperature: 1 } as const;
    chat.setParameters(parameters);
    const model = new ScriptedModel(
      [...text('The quick brown fox jumps'), { type: 'finish', reason: 'length' }],
      [...text('brown', ' fox jumps', ' over the dog.'), stop],
    );
    await chat.send({ text: '?', attachments: [], model });
    const { id } = chat.state.messages.at(-1) ?? { id: '' };
    await chat.continueAnswer(id, model);
    assert.deepEqual(model.options[1]?.parameters, {
      ...parameters,
      n: null,
      response_format: null,
      modalities: null,
      audio: null,
    });
    assert.equal(chat.state.messages.at(-1)?.text, 'The quick brown fox jumps over the dog.');
  });
});

describe('the instructions of the workspace', () => {
  it('go before those of the chat, as they are when a question is asked', async () => {
    const { blobs, store } = openStores(await temporaryDirectory());
    let words = 'Use tabs.';
    const chat = new Conversation({
      blobs,
      journal: store.create(),
      instructions: () => Promise.resolve([{ origin: 'the workspace', text: words }]),
    });
    chat.setSystemPrompt('Be brief.');
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    await chat.send({ text: 'First?', attachments: [], model });
    words = 'Use spaces.';
    await chat.send({ text: 'Second?', attachments: [], model });
    const systems = model.requests.map(([first]) => (first?.role === 'system' ? first.text : ''));
    assert.match(systems[0] ?? '', /the workspace\n\nUse tabs\.\n\n.*this chat\n\nBe brief\.$/);
    assert.match(systems[1] ?? '', /the workspace\n\nUse spaces\.\n\n.*this chat\n\nBe brief\.$/);
    await chat.close();
  });
});
