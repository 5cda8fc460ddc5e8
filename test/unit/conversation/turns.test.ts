import assert from 'node:assert/strict';
import { ModelError } from '../../../src/model/model-error';
import { findQuestion } from '../../../src/conversation/turns';
import { eventOf, fold, imageAttachment, lastAnswer, newChat, textAttachment, type ChatFixture } from './chat-fixture';
import { answer, ScriptedModel, silence, stop, text } from './scripted-model';

describe('retry', () => {
  it('replaces the answer and asks the same again', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([new ModelError('serverError', '')], answer('Yes.'));
    await chat.send({ text: 'Really?', attachments: [], model });
    const failed = lastAnswer(chat);
    assert.equal(await chat.retry(failed.id, model), 'ended');
    assert.deepEqual(texts(chat), ['Really?', 'Yes.']);
    assert.notEqual(lastAnswer(chat).id, failed.id);
    assert.deepEqual(model.requests[1], model.requests[0]);
  });

  it('of an answer that failed before its first word leaves nothing of it', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([new ModelError('serverError', '')], answer('Yes.'));
    await chat.send({ text: 'Really?', attachments: [], model });
    await chat.retry(lastAnswer(chat).id, model);
    assert.equal(chat.state.forks, undefined);
  });

  it('of an earlier answer puts it aside, with what followed', async () => {
    const { chat, events } = await threeTurns();
    const question = idOf(chat, 'Two?');
    const model = new ScriptedModel(answer('Two again.'));
    await chat.retry(idOf(chat, 'Two.'), model);
    assert.deepEqual(texts(chat), ['One?', 'One.', 'Two?', 'Two again.']);
    assert.equal(chat.chooseBranch(question, 0), 'changed');
    assert.deepEqual(texts(chat), ['One?', 'One.', 'Two?', 'Two.', 'Three?', 'Three.']);
    assert.deepEqual(fold(events), chat.state);
  });

  it('of an earlier answer keeps later questions that nobody answered', async () => {
    const { chat, blobs, events } = await newChat();
    const failures = [[new ModelError('serverError', '')], [new ModelError('serverError', '')]];
    const model = new ScriptedModel(...failures, answer('One.'));
    await chat.send({ text: 'One?', attachments: [], model });
    await chat.send({ text: 'Two?', attachments: [await imageAttachment(blobs, 'a.png')], model });
    const question = idOf(chat, 'One?');
    await chat.retry(question, model);
    assert.deepEqual(texts(chat), ['One?', 'One.']);
    assert.equal(chat.chooseBranch(question, 0), 'changed');
    assert.deepEqual(texts(chat), ['One?', '', 'Two?', '']);
    assert.equal(findQuestion(chat.state.messages, idOf(chat, 'Two?'))?.attachments.length, 1);
    assert.deepEqual(fold(events), chat.state);
  });

  it('asks a question that has no answer', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('Yes.'), answer('Again.'));
    await chat.send({ text: 'Really?', attachments: [], model });
    await chat.retry(idOf(chat, 'Really?'), model);
    assert.deepEqual(texts(chat), ['Really?', 'Again.']);
  });

  it('sends what is attached as it is prepared for the model that is asked now, and keeps it so', async () => {
    const asked: string[] = [];
    const { chat, blobs, events } = await newChat({
      prepareFor: async (attachment, target) => {
        asked.push(target.model);
        const { parts } = await textAttachment(blobs, { name: 'a.txt', content: `for ${target.model}` });
        return asked.length > 1 ? { ...attachment, parts } : attachment;
      },
    });
    const attachments = [await textAttachment(blobs, { name: 'a.txt', content: 'for any' })];
    const model = new ScriptedModel(answer('One.'), answer('Two.'));
    await chat.send({ text: 'Read it', attachments, model });
    await chat.retry(lastAnswer(chat).id, model);
    assert.deepEqual(
      model.requests.map((request) => /for [\w-]+/.exec(JSON.stringify(request))?.[0]),
      ['for any', 'for eyes-1'],
    );
    const [question] = chat.state.messages;
    assert(question?.role === 'user');
    assert.notDeepEqual(question.attachments, attachments);
    assert.deepEqual(fold(events), chat.state);
  });

  it('of nothing that is there changes nothing', async () => {
    const { chat } = await threeTurns();
    const before = chat.state;
    assert.equal(await chat.retry('unknown', new ScriptedModel()), 'noSuchMessage');
    assert.equal(await chat.edit('unknown', '', new ScriptedModel()), 'noSuchMessage');
    assert.equal(await chat.continueAnswer('unknown', new ScriptedModel()), 'noSuchMessage');
    assert.equal(await chat.deleteTurn('unknown'), 'noSuchMessage');
    assert.equal(chat.state, before);
  });
});

describe('continue', () => {
  it('lets the model go on where the answer ends', async () => {
    const { chat, events } = await newChat();
    const usage = { inputTokens: 10, outputTokens: 5 };
    const model = new ScriptedModel(
      [...text('Once upon'), { type: 'usage', usage }, { type: 'finish', reason: 'length' }],
      [...text(' a time.'), { type: 'usage', usage: { ...usage, reasoningTokens: 1 } }, stop],
    );
    await chat.send({ text: 'A story!', attachments: [], model });
    const cut = lastAnswer(chat);
    await chat.continueAnswer(cut.id, model);

    const { text: words, status, failure, usage: sum, id } = lastAnswer(chat);
    assert.deepEqual(
      { words, status, failure, id },
      { words: 'Once upon a time.', status: 'complete', failure: undefined, id: cut.id },
    );
    assert.deepEqual(sum, { inputTokens: 20, outputTokens: 10, reasoningTokens: 1 });
    assert.deepEqual(model.requests[1]?.slice(0, 2), [
      { role: 'user', content: [{ type: 'text', text: 'A story!' }] },
      { role: 'assistant', text: 'Once upon' },
    ]);
    const [instruction] = model.requests[1]?.slice(2) ?? [];
    assert(instruction?.role === 'user');
    assert.deepEqual(fold(events), chat.state);
  });

  it('keeps what there was when it fails', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(text('Once'), [new ModelError('connectionRefused', '')]);
    await chat.send({ text: 'A story!', attachments: [], model });
    await chat.continueAnswer(lastAnswer(chat).id, model);
    const { text: words, status, failure } = lastAnswer(chat);
    assert.deepEqual(
      { words, status, kind: failure?.kind },
      { words: 'Once', status: 'failed', kind: 'connectionRefused' },
    );
    assert(failure?.actions.includes('continueAnswer'));
  });

  it('asks again where no text has come', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([new ModelError('timeout', '')], answer('Yes.'));
    await chat.send({ text: 'Really?', attachments: [], model });
    await chat.continueAnswer(lastAnswer(chat).id, model);
    assert.deepEqual(texts(chat), ['Really?', 'Yes.']);
    assert.deepEqual(model.requests[1], model.requests[0]);
  });
});

describe('edit', () => {
  it('asks with other words and the same attachments, and keeps the way that the chat went before', async () => {
    const { chat, blobs } = await newChat();
    const image = await imageAttachment(blobs, 'cat.png');
    const model = new ScriptedModel(answer('A cat.'), answer('Grey.'), answer('A tabby.'));
    await chat.send({ text: 'What is this?', attachments: [image], model });
    await chat.send({ text: 'Which colour?', attachments: [], model });
    await chat.edit(idOf(chat, 'What is this?'), 'Which breed is this?', model);
    assert.deepEqual(texts(chat), ['Which breed is this?', 'A tabby.']);
    const [question] = chat.state.messages;
    assert(question?.role === 'user');
    assert.deepEqual(question.attachments, [image]);
    assert.equal(chat.state.title, 'Which breed is this?');
    assert.equal(chat.chooseBranch('', 0), 'changed');
    assert.deepEqual(texts(chat), ['What is this?', 'A cat.', 'Which colour?', 'Grey.']);
    await chat.send({ text: 'And its eyes?', attachments: [], model: new ScriptedModel(answer('Green.')) });
    assert.equal(chat.chooseBranch('', 1), 'changed');
    assert.deepEqual(texts(chat), ['Which breed is this?', 'A tabby.']);
    assert.equal(chat.chooseBranch('', 2), 'noSuchMessage');
  });

  it('keeps later questions that nobody answered, and drops its own old words', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([new ModelError('serverError', '')], [new ModelError('serverError', '')]);
    await chat.send({ text: 'One?', attachments: [], model });
    await chat.edit(idOf(chat, 'One?'), 'First?', model);
    assert.equal(chat.state.forks, undefined);
    const failing = new ScriptedModel([new ModelError('serverError', '')], answer('Yes.'));
    await chat.send({ text: 'A second, long question?', attachments: [], model: failing });
    await chat.edit(idOf(chat, 'First?'), 'Once more?', failing);
    assert.deepEqual(texts(chat), ['Once more?', 'Yes.']);
    assert.equal(chat.chooseBranch('', 0), 'changed');
    assert.deepEqual(texts(chat), ['First?', '', 'A second, long question?', '']);
  });

  it('keeps an earlier answer to its old words where the later one failed', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel(answer('Yes.'), [new ModelError('serverError', '')], answer('No.'));
    await chat.send({ text: 'One?', attachments: [], model });
    const question = idOf(chat, 'One?');
    await chat.retry(question, model);
    await chat.edit(question, 'Other?', model);
    assert.deepEqual(texts(chat), ['Other?', 'No.']);
    chat.chooseBranch('', 0);
    chat.chooseBranch(question, 0);
    assert.deepEqual(texts(chat), ['One?', 'Yes.']);
  });

  it('of a later question leaves the title', async () => {
    const { chat } = await threeTurns();
    await chat.edit(idOf(chat, 'Two?'), 'Other?', new ScriptedModel(answer('Other.')));
    assert.deepEqual(texts(chat), ['One?', 'One.', 'Other?', 'Other.']);
    assert.equal(chat.state.title, 'One?');
  });
});

describe('deleting a turn', () => {
  it('removes question and answer, given either', async () => {
    const { chat, events } = await threeTurns();
    await chat.deleteTurn(idOf(chat, 'Two.'));
    assert.deepEqual(texts(chat), ['One?', 'One.', 'Three?', 'Three.']);
    await chat.deleteTurn(idOf(chat, 'One?'));
    assert.deepEqual(texts(chat), ['Three?', 'Three.']);
    assert.deepEqual(fold(events), chat.state);
  });

  it('keeps what was asked after another answer to the question', async () => {
    const { chat, events } = await threeTurns();
    await chat.retry(idOf(chat, 'One?'), new ScriptedModel(answer('One again.')));
    await chat.send({ text: 'Four?', attachments: [], model: new ScriptedModel(answer('Four.')) });
    await chat.deleteTurn(idOf(chat, 'One?'));
    assert.deepEqual(texts(chat), ['Four?', 'Four.']);
    assert.equal(chat.chooseBranch('', 0), 'changed');
    assert.deepEqual(texts(chat), ['Two?', 'Two.', 'Three?', 'Three.']);
    assert.deepEqual(fold(events), chat.state);
  });

  it('stops the answer that is being made', async () => {
    const { chat } = await newChat();
    const sending = chat.send({ text: '?', attachments: [], model: new ScriptedModel([...text('Ye'), silence()]) });
    await eventOf(chat, 'textAppended');
    await chat.deleteTurn(lastAnswer(chat).id);
    await sending;
    assert.deepEqual(texts(chat), []);
    assert(!chat.busy);
  });
});

describe('retry without images', () => {
  it('leaves the pictures of this question and of earlier ones out for good, and keeps them in view', async () => {
    const { chat, blobs } = await newChat();
    const image = await imageAttachment(blobs, 'cat.png');
    const model = new ScriptedModel(
      answer('A cat.'),
      [new ModelError('imagesUnsupported', '')],
      answer('Blind.'),
      answer('Still.'),
    );
    await chat.send({ text: 'What is this?', attachments: [image], model });
    await chat.send({ text: 'And now?', attachments: [], model });
    await chat.retryWithoutImages(lastAnswer(chat).id, model);
    await chat.send({ text: 'Later?', attachments: [], model });
    assert.deepEqual(imageCounts(model), [1, 1, 0, 0]);
    const [question] = chat.state.messages;
    assert(question?.role === 'user');
    assert.deepEqual([question.attachments, question.imagesLeftOut], [[image], true]);
  });
});

async function threeTurns(): Promise<ChatFixture> {
  const fixture = await newChat();
  const model = new ScriptedModel(answer('One.'), answer('Two.'), answer('Three.'));
  for (const question of ['One?', 'Two?', 'Three?']) {
    await fixture.chat.send({ text: question, attachments: [], model });
  }
  return fixture;
}

function texts(chat: ChatFixture['chat']): readonly string[] {
  return chat.state.messages.map((message) => message.text);
}

function idOf(chat: ChatFixture['chat'], words: string): string {
  return chat.state.messages.find((message) => message.text === words)?.id ?? '';
}

function imageCounts(model: ScriptedModel): readonly number[] {
  return model.requests.map(
    (messages) =>
      messages
        .flatMap((message) => (message.role === 'user' ? message.content : []))
        .filter(({ type }) => type === 'image').length,
  );
}
