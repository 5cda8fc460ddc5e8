import assert from 'node:assert/strict';
import { ModelError } from '../../../src/model/model-error';
import type { ModelCapabilities } from '../../../src/shared/capabilities';
import { fold, imageAttachment, lastAnswer, newChat } from './chat-fixture';
import { answer, ScriptedModel, type Script } from './scripted-model';

const threeImages = { images: { count: 3 } };

describe('a chat with more pictures than its model takes', () => {
  it('goes on with fewer, tells which, and remembers it when it is opened again', async () => {
    const { chat, blobs, events, store } = await newChat();
    const model = new LimitedModel(threeImages, ...Array.from({ length: 5 }, () => answer('Seen.')));
    for (let index = 0; index < 5; index++) {
      await chat.send({ text: '?', attachments: [await imageAttachment(blobs, `${index}.png`)], model });
    }
    assert.deepEqual(imageCounts(model), [1, 2, 3, 3, 3]);
    const ids = chat.state.messages.flatMap((message) => (message.role === 'user' ? [message.id] : []));
    const leftOut = [0, 1].map((index) => ({
      messageId: ids[index],
      attachmentId: `image-${index}.png`,
      form: 'leftOut',
      cause: 'count',
    }));
    assert.deepEqual(lastAnswer(chat).reduced, leftOut);
    assert.deepEqual(fold(events), chat.state);
    await chat.close();
    const opened = await store.open(chat.id);
    assert(opened.status === 'opened');
    const last = opened.state.messages.at(-1);
    assert(last?.role === 'assistant');
    assert.deepEqual(last.reduced, leftOut);
  });

  it('sends a picture whole again when the person wants that, in the place of another, and takes it back', async () => {
    const { chat, blobs } = await newChat();
    const model = new LimitedModel(threeImages, ...Array.from({ length: 6 }, () => answer('Seen.')));
    for (let index = 0; index < 4; index++) {
      await chat.send({ text: '?', attachments: [await imageAttachment(blobs, `${index}.png`)], model });
    }
    const [first] = chat.state.messages;
    assert(first);
    assert.equal(chat.keepAttachment(first.id, 'image-0.png', true), 'changed');
    await chat.send({ text: 'Again?', attachments: [await imageAttachment(blobs, '4.png')], model });
    assert.deepEqual(names(model), ['0.png', '3.png', '4.png']);
    chat.keepAttachment(first.id, 'image-0.png', false);
    await chat.send({ text: 'And now?', attachments: [await imageAttachment(blobs, '5.png')], model });
    assert.deepEqual(names(model), ['3.png', '4.png', '5.png']);
  });

  it('tells no more of it where the answer is made again by a model that takes all of them', async () => {
    const { chat, blobs } = await newChat();
    const model = new LimitedModel({ images: { count: 1 } }, answer('One.'), answer('Two.'));
    await chat.send({ text: '?', attachments: [await imageAttachment(blobs, '0.png')], model });
    await chat.send({ text: '?', attachments: [await imageAttachment(blobs, '1.png')], model });
    assert.equal(lastAnswer(chat).reduced?.length, 1);
    await chat.retry(lastAnswer(chat).id, new ScriptedModel(answer('Both.')));
    assert.equal(lastAnswer(chat).reduced, undefined);
  });
});

describe('a question with more pictures than its model takes', () => {
  it('is not sent until the person says so', async () => {
    const { chat, blobs } = await newChat();
    const model = new LimitedModel({ images: { count: 1 } }, answer('Both.'));
    const attachments = [await imageAttachment(blobs, '0.png'), await imageAttachment(blobs, '1.png')];
    await chat.send({ text: '?', attachments, model });
    assert.equal(model.requests.length, 0);
    const { status, failure, id } = lastAnswer(chat);
    assert.equal(status, 'failed');
    assert.deepEqual(failure?.actions, ['selectModel', 'retry', 'sendAnyway']);
    await chat.retry(id, model, 'anyway');
    assert.deepEqual(imageCounts(model), [2]);
    assert.equal(lastAnswer(chat).text, 'Both.');
  });
});

describe('a chat that is longer than a model of unknown size reads', () => {
  it('can go on with all earlier media left out, from then on', async () => {
    const { chat, blobs } = await newChat();
    const model = new ScriptedModel(
      answer('A cat.'),
      [new ModelError('contextExceeded', 'Too long.')],
      answer('A dog.'),
      answer('Both.'),
    );
    await chat.send({ text: '?', attachments: [await imageAttachment(blobs, 'cat.png')], model });
    await chat.send({ text: '?', attachments: [await imageAttachment(blobs, 'dog.png')], model });
    const { failure, id } = lastAnswer(chat);
    assert.equal(failure?.actions[0], 'reduceEarlier');
    assert.match(failure.message, /Send earlier media smaller, start a new chat/);
    await chat.retry(id, model, 'least');
    assert.deepEqual(names(model), ['dog.png']);
    await chat.send({ text: 'Which is larger?', attachments: [], model });
    assert.deepEqual(names(model), ['dog.png']);
  });

  it('offers nothing of the kind where nothing can give way', async () => {
    const { chat, blobs } = await newChat();
    const model = new ScriptedModel([new ModelError('contextExceeded', 'Too long.')]);
    await chat.send({ text: '?', attachments: [await imageAttachment(blobs, 'cat.png')], model });
    assert.equal(lastAnswer(chat).failure?.actions.includes('reduceEarlier'), false);
  });
});

class LimitedModel extends ScriptedModel {
  override readonly metadata;

  constructor(capabilities: ModelCapabilities, ...scripts: readonly Script[]) {
    super(...scripts);
    this.metadata = { endpoint: 'Local', model: 'eyes-1', offline: false, capabilities };
  }
}

function imageCounts(model: ScriptedModel): readonly number[] {
  return model.requests.map((_, index) => names(model, index).length);
}

/** Of the pictures in a request, the last one unless another is given. */
function names(model: ScriptedModel, index = model.requests.length - 1): readonly (string | undefined)[] {
  return (model.requests[index] ?? [])
    .flatMap((message) => (message.role === 'user' ? message.content : []))
    .flatMap((part) => (part.type === 'image' ? [part.name] : []));
}
