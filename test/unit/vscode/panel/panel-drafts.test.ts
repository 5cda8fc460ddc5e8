import assert from 'node:assert/strict';
import type { ConversationState } from '../../../../src/shared/conversation';
import { emptyConversation } from '../../../../src/shared/conversation-events';
import { PanelDrafts } from '../../../../src/vscode/panel/panel-drafts';
import { textAttachment } from '../../conversation/chat-fixture';
import { panelParts } from './panel-fixture';

describe('PanelDrafts', () => {
  it('leaves what is attached in its chat and brings it back with that chat', async () => {
    const { drafts, tray, blobs } = await setUp();
    drafts.show(begun('a'));
    tray.restore([await textAttachment(blobs, { name: 'a.txt', content: 'in a' })]);
    drafts.show(begun('b'));
    assert.deepEqual(tray.items, []);
    tray.restore([await textAttachment(blobs, { name: 'b.txt', content: 'in b' })]);
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['a.txt']);
    drafts.show(begun('b'));
    assert.deepEqual(names(tray), ['b.txt']);
  });

  it('brings back also what was still being read', async () => {
    const { drafts, tray } = await setUp();
    drafts.show(begun('a'));
    tray.add([{ name: 'slow.txt', bytes: Buffer.from('slow') }]);
    drafts.show(begun('b'));
    assert.deepEqual(tray.items, []);
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['slow.txt']);
    await tray.settled();
    assert.equal(tray.attachments.length, 1);
  });

  it('lets a draft go with its new chat, and other new chats begin empty', async () => {
    const { drafts, tray, memory } = await setUp();
    drafts.show({ ...emptyConversation, id: 'a' });
    memory.change({ text: 'And then?' });
    drafts.show(begun('a'));
    assert.equal(memory.draft.text, 'And then?');
    drafts.show({ ...emptyConversation, id: 'b' });
    assert.equal(memory.draft.text, '');
    assert.deepEqual(tray.items, []);
  });

  it('follows the text of the page, and tells how much of what the page did it knows', async () => {
    const { drafts } = await setUp();
    drafts.show(begun('a'));
    drafts.follow({ type: 'ready' });
    drafts.follow({ type: 'draftChanged', text: 'Why' });
    drafts.follow({ type: 'stopRequested' });
    assert.deepEqual(drafts.text, { text: 'Why', changes: 1 });
    drafts.follow({ type: 'sendRequested', text: 'Why' });
    assert.deepEqual(drafts.text, { text: '', changes: 2 });
    // The page was loaded again.
    drafts.follow({ type: 'ready' });
    assert.deepEqual(drafts.text, { text: '', changes: 0 });
  });

  it('keeps nothing of a chat that is gone', async () => {
    const { drafts, tray, memory, blobs } = await setUp();
    drafts.show(begun('a'));
    memory.change({ text: 'What' });
    tray.restore([await textAttachment(blobs, { name: 'a.txt', content: 'in a' })]);
    drafts.show(begun('b'));
    drafts.forget('a');
    drafts.show(begun('a'));
    assert.equal(memory.draft.text, '');
    assert.deepEqual(tray.items, []);
  });
});

async function setUp() {
  const parts = await panelParts();
  const { tray, memory } = parts;
  tray.onChange(() => memory.change({ attachments: tray.attachments }));
  return { ...parts, drafts: new PanelDrafts({ tray, memory, post: () => undefined }) };
}

function begun(id: string): ConversationState {
  return { ...emptyConversation, id, createdAt: 1 };
}

function names(tray: { readonly items: readonly { readonly name: string }[] }): readonly string[] {
  return tray.items.map(({ name }) => name);
}
