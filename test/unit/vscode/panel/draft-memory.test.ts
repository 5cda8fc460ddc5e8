import assert from 'node:assert/strict';
import { DraftMemory, keptAttachments } from '../../../../src/vscode/panel/draft-memory';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { imageAttachment } from '../../conversation/chat-fixture';
import { MemoryMemento } from './panel-fixture';

describe('DraftMemory', () => {
  it('begins empty', () => {
    assert.deepEqual(memoryIn(new MemoryMemento()).draft, { text: '', attachments: [] });
  });

  it('has after a reload what it had before', async () => {
    const memento = new MemoryMemento();
    const memory = memoryIn(memento);
    const attachments = [await imageAttachment(new MemoryBlobStore(), 'a.png')];
    memory.change({ text: 'Wh' });
    memory.change({ text: 'What', attachments });
    memory.adopt('chat');
    await settle();
    const restored = memoryIn(memento);
    assert.deepEqual(restored.draft, { text: 'What', attachments });
    assert.equal(restored.conversationId, 'chat');
  });

  it('leaves out what is damaged, so that the panel opens', async () => {
    const memento = new MemoryMemento();
    const attachment = await imageAttachment(new MemoryBlobStore(), 'a.png');
    const damaged = [{ ...attachment, parts: 'none' }, { ...attachment, options: { frames: 'all' } }, null];
    await memento.update('iris.draft:view', { text: 'What', attachments: [...damaged, attachment] });
    assert.deepEqual(memoryIn(memento).draft, { text: 'What', attachments: [attachment] });
  });

  it('is another one for each chat, also after a reload', async () => {
    const memento = new MemoryMemento();
    const memory = memoryIn(memento);
    memory.change({ text: 'In a new chat' });
    memory.show('a');
    assert.equal(memory.draft.text, '');
    memory.change({ text: 'In a' });
    memory.show(undefined);
    assert.equal(memory.draft.text, 'In a new chat');
    await settle();
    const restored = memoryIn(memento);
    assert.equal(restored.draft.text, 'In a new chat');
    restored.show('a');
    assert.equal(restored.draft.text, 'In a');
  });

  it('goes with a new chat when something is asked there', () => {
    const memory = memoryIn(new MemoryMemento());
    memory.change({ text: 'And then?' });
    memory.adopt('a');
    assert.equal(memory.draft.text, 'And then?');
    memory.show(undefined);
    assert.equal(memory.draft.text, '');
  });

  it('goes with a new chat behind what another panel has left there', () => {
    const memory = memoryIn(new MemoryMemento());
    memory.giveBackTo('a', { text: 'From a tab', attachments: [] });
    memory.change({ text: 'And then?' });
    memory.adopt('a');
    assert.equal(memory.draft.text, 'From a tab\nAnd then?');
  });

  it('is forgotten with its chat, and where too many others were left since', async () => {
    const memento = new MemoryMemento();
    const memory = memoryIn(memento);
    for (let chat = 0; chat < 60; chat++) {
      memory.show(`chat-${chat}`);
      memory.change({ text: `Draft ${chat}` });
    }
    memory.forgetChat('chat-59');
    await settle();
    const restored = memoryIn(memento);
    assert.equal(restored.draft.text, '');
    restored.show('chat-58');
    assert.equal(restored.draft.text, 'Draft 58');
    restored.show('chat-3');
    assert.equal(restored.draft.text, '');
  });

  it('has a question that waited in the composer again after a reload, before what was typed since', async () => {
    const memento = new MemoryMemento();
    const blobs = new MemoryBlobStore();
    const attachments = [await imageAttachment(blobs, 'a.png')];
    const waiting = { text: 'First', attachments: [await imageAttachment(blobs, 'b.png')] };
    const memory = memoryIn(memento);
    memory.change({ text: 'Second', attachments, waiting });
    assert.deepEqual(memory.attachments, [...attachments, ...waiting.attachments]);
    await settle();
    const both = [...waiting.attachments, ...attachments];
    assert.deepEqual(memoryIn(memento).draft, { text: 'First\nSecond', attachments: both });
    assert.deepEqual(keptAttachments(memento), both);
  });

  it('tells what was to be asked in chats that are begun, and lets it be put before what is there', async () => {
    const memory = memoryIn(new MemoryMemento());
    const attachments = [await imageAttachment(new MemoryBlobStore(), 'a.png')];
    memory.change({ text: 'In a new chat' });
    memory.show('a');
    memory.change({ text: 'Second', waiting: { text: 'First', attachments } });
    assert.deepEqual(memory.unsent, [{ conversationId: 'a', text: 'First\nSecond', attachments }]);
    const other = memoryIn(new MemoryMemento());
    other.changeIn('a', { text: 'Third' });
    memory.unsent.forEach((question) => other.giveBackTo('a', question));
    assert.deepEqual(other.draftIn('a'), { text: 'First\nSecond\nThird', attachments });
  });

  it('is taken over from a version that kept one for a whole panel', async () => {
    const memento = new MemoryMemento();
    await memento.update('iris.draft:view', { text: 'What', attachments: [], conversationId: 'chat' });
    const memory = memoryIn(memento);
    assert.equal(memory.conversationId, 'chat');
    assert.equal(memory.draft.text, 'What');
  });

  it('is another one for each panel', async () => {
    const memento = new MemoryMemento();
    memoryIn(memento).change({ text: 'What' });
    await settle();
    assert.equal(memoryIn(memento, 'tab').draft.text, '');
  });

  it('is known with its attachments when its panel is not open', async () => {
    const memento = new MemoryMemento();
    const attachment = await imageAttachment(new MemoryBlobStore(), 'a.png');
    let changes = 0;
    const memory = new DraftMemory({ memento, panelId: 'tab:1', onChange: () => changes++, onError: assert.ifError });
    memory.change({ attachments: [attachment] });
    await settle();
    assert.deepEqual(keptAttachments(memento), [attachment]);
    await memory.forget();
    assert.deepEqual(keptAttachments(memento), []);
    assert.equal(changes, 2);
  });

  it('does not write once for each key that is typed', async () => {
    const memento = new MemoryMemento();
    const memory = memoryIn(memento);
    for (let length = 1; length <= 100; length++) {
      memory.change({ text: 'x'.repeat(length) });
    }
    await settle();
    assert.equal(memoryIn(memento).draft.text.length, 100);
    assert(memento.writes < 10, `${memento.writes} writes`);
  });

  it('leaves nothing behind when it is to forget', async () => {
    const memento = new MemoryMemento();
    const memory = memoryIn(memento, 'tab');
    memory.change({ text: 'What' });
    await memory.forget();
    await settle();
    assert.equal(memoryIn(memento, 'tab').draft.text, '');
    assert.deepEqual([...memento.values.values()], [undefined]);
  });

  it('goes on keeping what is typed after it could not be stored once', async () => {
    const memento = new MemoryMemento();
    const errors: unknown[] = [];
    const full = new Error('The disk is full.');
    const memory = new DraftMemory({ memento, panelId: 'view', onError: (error) => errors.push(error) });
    memento.failure = full;
    memory.change({ text: 'One' });
    await settle();
    delete memento.failure;
    memory.change({ text: 'Two' });
    await settle();
    assert.equal(memoryIn(memento).draft.text, 'Two');
    assert.deepEqual(errors, [full]);
  });

  it('changes an attachment in whichever draft it is', async () => {
    const memory = memoryIn(new MemoryMemento());
    const blobs = new MemoryBlobStore();
    const [first, second] = [await imageAttachment(blobs, 'a.png'), await imageAttachment(blobs, 'b.png')];
    memory.change({ attachments: [first] });
    memory.changeIn('a', { attachments: [second] });
    memory.replace({ ...first, name: 'c.png' });
    memory.replace({ ...second, name: 'd.png' });
    memory.replace(await imageAttachment(blobs, 'unknown.png'));
    assert.equal(memory.draft.attachments[0]?.name, 'c.png');
    assert.equal(memory.draftIn('a').attachments[0]?.name, 'd.png');
    assert.equal(memory.attachments.length, 2);
  });

  it('holds references to media and none of their bytes', async () => {
    const memento = new MemoryMemento();
    const attachments = [await imageAttachment(new MemoryBlobStore(), 'a.png')];
    memoryIn(memento).change({ attachments });
    await settle();
    assert(!JSON.stringify([...memento.values]).includes(Buffer.from('prepared a.png').toString('base64')));
    assert(JSON.stringify([...memento.values]).length < 2_000);
  });
});

/** Lets everything that is under way happen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function memoryIn(memento: MemoryMemento, panelId = 'view'): DraftMemory {
  return new DraftMemory({ memento, panelId, onError: assert.ifError });
}
