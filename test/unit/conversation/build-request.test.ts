import assert from 'node:assert/strict';
import { buildRequest } from '../../../src/conversation/build-request';
import type { Attachment, ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { ModelTarget } from '../../../src/model/model-target';
import type { AnswerMessage, Message, ModelLabel, UserMessage } from '../../../src/shared/conversation';
import type { Failure, FailureKind } from '../../../src/shared/failure';
import { createBlobStore, type FileBlobStore } from '../../../src/store/file-blob-store';
import { temporaryDirectory } from '../store/temporary-directory';
import { MemoryDerivedForms } from '../attachments/memory-derived-forms';
import { imageAttachment, textAttachment } from './chat-fixture';
import { withBytes } from './with-bytes';

const seeing = { endpoint: 'Local', model: 'eyes-1' };
const blind = { endpoint: 'Local', model: 'blind-1' };

describe('a request', () => {
  let blobs: FileBlobStore;

  beforeEach(async () => {
    blobs = createBlobStore(await temporaryDirectory());
  });

  it('holds a question as text', async () => {
    assert.deepEqual(await request([question('Hello?')]), [user(words('Hello?'))]);
  });

  it("puts the person's text first, then attached texts, then the prepared pictures, each kind in its order", async () => {
    const attachments = [
      await imageAttachment(blobs, 'b.png'),
      await textAttachment(blobs, { name: 'z.ts', content: 'let z;' }),
      await imageAttachment(blobs, 'a.png'),
      await textAttachment(blobs, { name: 'y.ts', content: 'let y;\n', lines: { first: 3, last: 4 } }),
    ];
    assert.deepEqual(await request([question('Compare.', attachments)]), [
      user(
        words('Compare.'),
        words('z.ts:\n```typescript\nlet z;\n```'),
        words('y.ts, lines 3 to 4:\n```typescript\nlet y;\n```'),
        words('b.png:'),
        picture('b.png'),
        words('a.png:'),
        picture('a.png'),
      ),
    ]);
  });

  it('names each of several pictures, by which the person speaks of it, but for those that have a label', async () => {
    const [first, second, third] = await Promise.all(
      ['a.png', 'b.png', 'c.png'].map((name) => imageAttachment(blobs, name)),
    );
    assert(first && second && third);
    const labelled = { ...second, parts: second.parts.map((part) => ({ ...part, label: 'Part 1 of 1 of b.png:' })) };
    assert.deepEqual(await request([question('Which?', [first, labelled, third])]), [
      user(
        words('Which?'),
        words('a.png:'),
        picture('a.png'),
        words('Part 1 of 1 of b.png:'),
        picture('b.png'),
        words('c.png:'),
        picture('c.png'),
      ),
    ]);
    assert.deepEqual(await request([question('Which?', [first, labelled])]), [
      user(words('Which?'), words('a.png:'), picture('a.png'), words('Part 1 of 1 of b.png:'), picture('b.png')),
    ]);
  });

  it('holds pictures without words when there are none', async () => {
    assert.deepEqual(await request([question('', [await imageAttachment(blobs, 'a.png')])]), [user(picture('a.png'))]);
  });

  it('fences an attached text so that nothing in it can end the fence', async () => {
    const content = 'a\n````md\n`````\n';
    const name = 'evil\n```\nname.md';
    const attachment = await textAttachment(blobs, {
      name,
      content,
      lines: { first: 7, last: 7 },
      languageId: 'markdown',
    });
    assert.deepEqual(await request([question('?', [attachment])]), [
      user(words('?'), words('evil ``` name.md, line 7:\n``````markdown\na\n````md\n`````\n``````')),
    ]);
  });

  it('has earlier answers as they were read, without their reasoning', async () => {
    const messages = [question('One?'), { ...answer('One.'), reasoning: 'Hm.' }, question('Two?')];
    assert.deepEqual(await request(messages), [user(words('One?')), assistant('One.'), user(words('Two?'))]);
  });

  it('lets roles alternate and drops no question when an answer never came', async () => {
    const messages = [question('One?'), answer('', failure('timeout')), question('Two?')];
    assert.deepEqual(await request(messages), [user(words('One?'), words('Two?'))]);
  });

  it('keeps answers whose question is lost', async () => {
    assert.deepEqual(await request([answer('One.'), answer('More.'), question('Two?')]), [
      user(words('[The question was here and is lost.]')),
      assistant('One.\n\nMore.'),
      user(words('Two?')),
    ]);
  });

  it('ends in the beginning of an answer and the wish for the rest, when it is to go on', async () => {
    const built = await buildRequest({
      messages: [question('?')],
      blobs,
      target: target(seeing),
      partialAnswer: 'Once',
    });
    assert(built.status === 'ready');
    assert.deepEqual(built.messages.slice(0, 2), [user(words('?')), assistant('Once')]);
    assert.deepEqual(
      built.messages.map(({ role }) => role),
      ['user', 'assistant', 'user'],
    );
  });

  it('counts its pictures', async () => {
    const image = await imageAttachment(blobs, 'a.png');
    const messages = [question('?', [image]), answer('A.'), question('?', [image, image])];
    const built = await buildRequest({ messages, blobs, target: target(seeing) });
    assert(built.status === 'ready');
    assert.equal(built.imageCount, 3);
  });

  it('is not made, and names the file, when a file of this question is gone or damaged', async () => {
    const attachment = await textAttachment(blobs, { name: 'notes.txt', content: 'x' });
    await forget(attachment);
    const built = await buildRequest({ messages: [question('?', [attachment])], blobs, target: target(seeing) });
    assert(built.status === 'failed');
    assert.equal(built.failure.kind, 'mediaUnreadable');
    assert.match(built.failure.message, /notes\.txt/);
  });

  it('has a note where a file of an earlier question is gone, so that the chat can go on', async () => {
    const image = await imageAttachment(blobs, 'a.png');
    await forget(image);
    assert.deepEqual(await request([question('One?', [image]), answer('One.'), question('Two?')]), [
      user(words('One?'), words('[The file a.png was here and is lost.]')),
      assistant('One.'),
      user(words('Two?')),
    ]);
  });

  it('carries earlier attachments smaller where the model takes no more, with a note of what was there', async () => {
    const [first, second] = [await imageAttachment(blobs, 'a.png'), await imageAttachment(blobs, 'b.png')];
    const messages = [question('One?', [first]), answer('One.'), question('Two?', [second])];
    const built = await buildRequest({ messages, blobs, target: { ...target(seeing), capabilities: oneImage } });
    assert(built.status === 'ready');
    assert.deepEqual(await withBytes(built.messages), [
      user(words('One?'), words('[The image a.png was here and is left out.]')),
      assistant('One.'),
      user(words('Two?'), picture('b.png')),
    ]);
    assert.deepEqual(built.reduced, [
      { messageId: messages[0]?.id, attachmentId: first.id, form: 'leftOut', cause: 'count' },
    ]);
    assert.equal(built.canGiveWay, false);
  });

  it('carries the text that was once read from a picture in its place', async () => {
    const [first, second] = [await imageAttachment(blobs, 'a.png'), await imageAttachment(blobs, 'b.png')];
    const derived = new MemoryDerivedForms();
    await derived.put({ source: first.source.sha256, form: 'recognizedText' }, 'NOT FOUND');
    const messages = [question('One?', [first]), answer('One.'), question('Two?', [second])];
    const options = { messages, blobs, derived, target: { ...target(seeing), capabilities: oneImage } };
    const built = await buildRequest(options);
    assert(built.status === 'ready');
    assert.deepEqual(
      built.messages[0],
      user(words('One?'), words('[The image a.png was here; this is the text in it:]'), words('NOT FOUND')),
    );
    assert.deepEqual(
      built.reduced.map(({ form }) => form),
      ['text'],
    );
  });

  it('carries the small picture of an earlier one where tokens are short', async () => {
    const image = await imageAttachment(blobs, 'a.png');
    const messages = [question('One?', [large(image)]), answer('One.'), question('Two?', [large(image)])];
    const capabilities = { contextTokens: 2_000 };
    const built = await buildRequest({ messages, blobs, target: { ...target(seeing), capabilities } });
    assert(built.status === 'ready');
    const [asked] = await withBytes(built.messages);
    assert.deepEqual(
      asked,
      user(words('One?'), words('[The image a.png was here; this is a small picture of it.]'), {
        ...picture('a.png'),
        image: { mediaType: 'image/png', bytes: Buffer.from('thumbnail of a.png') },
        detail: 'low',
      }),
    );
  });

  it('is not made where the question alone is more than the model takes', async () => {
    const image = await imageAttachment(blobs, 'a.png');
    const asked = question('?', [image, { ...image, id: 'again' }]);
    const options = { messages: [asked], blobs, target: { ...target(seeing), capabilities: oneImage } };
    const built = await buildRequest(options);
    assert(built.status === 'failed');
    assert.deepEqual(built.failure, {
      kind: 'tooLarge',
      message:
        'eyes-1 takes 1 picture in a request at most, and this question has 2. Nothing was sent, and your question is kept. Ask with fewer pictures or pages, or choose another model.',
      actions: ['selectModel', 'retry', 'sendAnyway'],
    });
    assert.equal((await buildRequest({ ...options, fit: 'anyway' })).status, 'ready');
  });

  describe('after pictures were refused', () => {
    const note = words('[The image a.png was here and is left out.]');

    it('leaves them out for a model that takes none, in every earlier question', async () => {
      const image = await imageAttachment(blobs, 'a.png');
      const refused = answer('', failure('imagesUnsupported'), blind);
      const messages = [
        question('One?', [image]),
        answer('One.'),
        question('Two?', [image]),
        refused,
        question('Three?'),
      ];
      assert.deepEqual(await request(messages, blind), [
        user(words('One?'), note),
        assistant('One.'),
        user(words('Two?'), note, words('Three?')),
      ]);
      assert.deepEqual((await request(messages, seeing))[0], user(words('One?'), picture('a.png')));
    });

    it('leaves out those that no server could read, whatever the model', async () => {
      const image = await imageAttachment(blobs, 'a.png');
      const refused = answer('', failure('mediaUnreadable'));
      const messages = [
        question('One?', [image]),
        answer('One.'),
        question('Two?', [image]),
        refused,
        question('Three?'),
      ];
      assert.deepEqual(await request(messages, blind), [
        user(words('One?'), picture('a.png')),
        assistant('One.'),
        user(words('Two?'), note, words('Three?')),
      ]);
    });

    it('sends the pictures of the question that is asked now: that is for the person to decide', async () => {
      const image = await imageAttachment(blobs, 'a.png');
      const messages = [
        question('One?', [image]),
        answer('', failure('imagesUnsupported'), blind),
        question('Two?', [image]),
      ];
      assert.deepEqual(await request(messages, blind), [user(words('One?'), note, words('Two?'), picture('a.png'))]);
    });

    it('leaves out what the person took back', async () => {
      const asked = { ...question('One?', [await imageAttachment(blobs, 'a.png')]), imagesLeftOut: true };
      assert.deepEqual(await request([asked]), [user(words('One?'), note)]);
    });
  });

  async function request(messages: readonly Message[], model = seeing) {
    const built = await buildRequest({ messages, blobs, target: target(model) });
    assert(built.status === 'ready');
    return await withBytes(built.messages);
  }

  async function forget(attachment: Attachment): Promise<void> {
    await blobs.remove(
      attachment.parts.flatMap((part) => ('blob' in part ? [part.blob.sha256] : [])),
      Infinity,
    );
  }
});

function target(model: ModelLabel): ModelTarget {
  return { ...model, offline: false, capabilities: {} };
}

const oneImage = { images: { count: 1 } };

/** Of many tokens, with the same bytes. */
function large(image: ImageAttachment): ImageAttachment {
  const parts = image.parts.map((part) =>
    part.type === 'image' ? { ...part, blob: { ...part.blob, width: 1_024, height: 1_024 } } : part,
  );
  return { ...image, parts };
}

let count = 0;

function question(text: string, attachments: readonly Attachment[] = []): UserMessage {
  return { role: 'user', id: `m${count++}`, createdAt: 1, text, attachments };
}

function answer(text: string, itsFailure?: Failure, model = seeing): AnswerMessage {
  const status = itsFailure ? 'failed' : 'complete';
  const base = { role: 'assistant', id: `m${count++}`, createdAt: 1, model, text, reasoning: '', status } as const;
  return { ...base, ...(itsFailure && { failure: itsFailure }) };
}

function failure(kind: FailureKind): Failure {
  return { kind, message: 'No.', actions: kind === 'timeout' ? ['retry'] : ['removeImages'] };
}

function user(...content: readonly object[]) {
  return { role: 'user', content };
}

function assistant(text: string) {
  return { role: 'assistant', text };
}

function words(text: string) {
  return { type: 'text', text };
}

function picture(name: string) {
  return { type: 'image', image: { mediaType: 'image/png', bytes: Buffer.from(`prepared ${name}`) }, name };
}
