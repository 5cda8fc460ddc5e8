import assert from 'node:assert/strict';
import { DraftMemory, keptAttachments } from '../../../../src/vscode/panel/draft-memory';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { imageAttachment } from '../../conversation/chat-fixture';
import { MemoryMemento } from './panel-fixture';

describe('DraftMemory', () => {
  it('begins empty', () => {
    assert.deepEqual(new DraftMemory(new MemoryMemento(), 'view').draft, { text: '', attachments: [] });
  });

  it('has after a reload what it had before', async () => {
    const memento = new MemoryMemento();
    const memory = new DraftMemory(memento, 'view');
    const attachments = [await imageAttachment(new MemoryBlobStore(), 'a.png')];
    memory.change({ text: 'Wh' });
    memory.change({ text: 'What', attachments });
    memory.adopt('chat');
    await settle();
    const restored = new DraftMemory(memento, 'view');
    assert.deepEqual(restored.draft, { text: 'What', attachments });
    assert.equal(restored.conversationId, 'chat');
  });

  it('leaves out what is damaged, so that the panel opens', async () => {
    const memento = new MemoryMemento();
    const attachment = await imageAttachment(new MemoryBlobStore(), 'a.png');
    const damaged = [{ ...attachment, parts: 'none' }, { ...attachment, options: { frames: 'all' } }, null];
    await memento.update('iris.draft:view', { text: 'What', attachments: [...damaged, attachment] });
    assert.deepEqual(new DraftMemory(memento, 'view').draft, { text: 'What', attachments: [attachment] });
  });

  it('is another one for each chat, also after a reload', async () => {
    const memento = new MemoryMemento();
    const memory = new DraftMemory(memento, 'view');
    memory.change({ text: 'In a new chat' });
    memory.show('a');
    assert.equal(memory.draft.text, '');
    memory.change({ text: 'In a' });
    memory.show(undefined);
    assert.equal(memory.draft.text, 'In a new chat');
    await settle();
    const restored = new DraftMemory(memento, 'view');
    assert.equal(restored.draft.text, 'In a new chat');
    restored.show('a');
    assert.equal(restored.draft.text, 'In a');
  });

  it('goes with a new chat when something is asked there', () => {
    const memory = new DraftMemory(new MemoryMemento(), 'view');
    memory.change({ text: 'And then?' });
    memory.adopt('a');
    assert.equal(memory.draft.text, 'And then?');
    memory.show(undefined);
    assert.equal(memory.draft.text, '');
  });

  it('is forgotten with its chat, and where too many others were left since', async () => {
    const memento = new MemoryMemento();
    const memory = new DraftMemory(memento, 'view');
    for (let chat = 0; chat < 60; chat++) {
      memory.show(`chat-${chat}`);
      memory.change({ text: `Draft ${chat}` });
    }
    memory.forgetChat('chat-59');
    await settle();
    const restored = new DraftMemory(memento, 'view');
    assert.equal(restored.draft.text, '');
    restored.show('chat-58');
    assert.equal(restored.draft.text, 'Draft 58');
    restored.show('chat-3');
    assert.equal(restored.draft.text, '');
  });

  it('is taken over from a version that kept one for a whole panel', async () => {
    const memento = new MemoryMemento();
    await memento.update('iris.draft:view', { text: 'What', attachments: [], conversationId: 'chat' });
    const memory = new DraftMemory(memento, 'view');
    assert.equal(memory.conversationId, 'chat');
    assert.equal(memory.draft.text, 'What');
  });

  it('is another one for each panel', async () => {
    const memento = new MemoryMemento();
    new DraftMemory(memento, 'view').change({ text: 'What' });
    await settle();
    assert.equal(new DraftMemory(memento, 'tab').draft.text, '');
  });

  it('is known with its attachments when its panel is not open', async () => {
    const memento = new MemoryMemento();
    const attachment = await imageAttachment(new MemoryBlobStore(), 'a.png');
    let changes = 0;
    const memory = new DraftMemory(memento, 'tab:1', () => changes++);
    memory.change({ attachments: [attachment] });
    await settle();
    assert.deepEqual(keptAttachments(memento), [attachment]);
    await memory.forget();
    assert.deepEqual(keptAttachments(memento), []);
    assert.equal(changes, 2);
  });

  it('does not write once for each key that is typed', async () => {
    const memento = new MemoryMemento();
    const memory = new DraftMemory(memento, 'view');
    for (let length = 1; length <= 100; length++) {
      memory.change({ text: 'x'.repeat(length) });
    }
    await settle();
    assert.equal(new DraftMemory(memento, 'view').draft.text.length, 100);
    assert(memento.writes < 10, `${memento.writes} writes`);
  });

  it('leaves nothing behind when it is to forget', async () => {
    const memento = new MemoryMemento();
    const memory = new DraftMemory(memento, 'tab');
    memory.change({ text: 'What' });
    await memory.forget();
    await settle();
    assert.equal(new DraftMemory(memento, 'tab').draft.text, '');
    assert.deepEqual([...memento.values.values()], [undefined]);
  });

  it('holds references to media and none of their bytes', async () => {
    const memento = new MemoryMemento();
    const attachments = [await imageAttachment(new MemoryBlobStore(), 'a.png')];
    new DraftMemory(memento, 'view').change({ attachments });
    await settle();
    assert(!JSON.stringify([...memento.values]).includes(Buffer.from('prepared a.png').toString('base64')));
    assert(JSON.stringify([...memento.values]).length < 2_000);
  });
});

/** Lets everything that is under way happen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
