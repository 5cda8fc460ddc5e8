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

  it('puts back what was taken out of the tray all at once, into its own chat', async () => {
    const { drafts, tray, blobs } = await setUp();
    drafts.show(begun('a'));
    tray.restore([await textAttachment(blobs, { name: 'one.txt', content: 'one' })]);
    tray.add([{ name: 'slow.txt', bytes: Buffer.from('slow') }]);
    drafts.empty();
    assert.deepEqual(tray.items, []);
    drafts.refill();
    assert.deepEqual(names(tray), ['one.txt', 'slow.txt']);
    await tray.settled();
    assert.equal(tray.attachments.length, 2);
    drafts.empty();
    drafts.show(begun('b'));
    drafts.refill();
    assert.deepEqual(tray.items, []);
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['one.txt', 'slow.txt']);
    // Once, for what was taken out once.
    drafts.refill();
    assert.equal(tray.items.length, 2);
  });

  it('takes over what a panel that is gone had, into the chat that is shown and into others', async () => {
    const { drafts, tray, memory, blobs } = await setUp();
    drafts.show(begun('a'));
    memory.change({ text: 'Typed here' });
    const attached = await textAttachment(blobs, { name: 'one.txt', content: 'one' });
    drafts.takeOver([
      { conversationId: 'a', text: 'Typed there', attachments: [attached] },
      { conversationId: 'never shown here', text: 'In another', attachments: [] },
    ]);
    assert.deepEqual([memory.draft.text, names(tray)], ['Typed there\nTyped here', ['one.txt']]);
    drafts.show(begun('never shown here'));
    assert.deepEqual([memory.draft.text, names(tray)], ['In another', []]);
  });

  it('tells how the drafts of chats begin, that of the new one too', async () => {
    const { drafts, tray, memory, blobs } = await setUp();
    drafts.show({ ...emptyConversation, id: 'new' });
    memory.change({ text: 'What about\nthis?' });
    drafts.show(begun('a'));
    tray.restore([await textAttachment(blobs, { name: 'a.txt', content: 'in a' })]);
    drafts.show(begun('b'));
    tray.add([{ name: 'slow.txt', bytes: Buffer.from('slow') }]);
    drafts.show(begun('c'));
    assert.deepEqual(
      [undefined, 'a', 'b', 'c'].map((id) => drafts.beginning(id)),
      ['What about this?', '', '', undefined],
    );
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
    drafts.follow({ type: 'draftChanged', conversationId: 'a', text: 'Why' });
    drafts.follow({ type: 'stopRequested', conversationId: 'a' });
    assert.deepEqual(drafts.text, { text: 'Why', changes: 1 });
    drafts.follow({ type: 'sendRequested', conversationId: 'a', text: 'Why' });
    assert.deepEqual(drafts.text, { text: '', changes: 2 });
    drafts.follow({ type: 'draftChanged', conversationId: 'a', text: 'And now?' });
    assert.deepEqual(drafts.text, { text: 'And now?', changes: 3 });
    // The page was loaded again.
    drafts.follow({ type: 'ready' });
    assert.deepEqual(drafts.text, { text: 'And now?', changes: 0 });
  });

  it('keeps with its chat what the page says of it after another one is shown', async () => {
    const { drafts, memory } = await setUp();
    drafts.show(begun('a'));
    drafts.show(begun('b'));
    memory.change({ text: 'Kept in b' });
    drafts.follow({ type: 'draftChanged', conversationId: 'a', text: 'Typed in a' });
    drafts.follow({ type: 'draftChanged', conversationId: 'unknown', text: 'Typed nowhere' });
    assert.equal(memory.draft.text, 'Kept in b');
    drafts.show(begun('a'));
    assert.equal(memory.draft.text, 'Typed in a');
  });

  it('attaches what takes a while to the chat in which that was begun', async () => {
    const { drafts, tray, blobs } = await setUp();
    drafts.show(begun('a'));
    const place = drafts.here();
    drafts.show(begun('b'));
    assert.deepEqual(place.add([{ name: 'slow.txt', bytes: Buffer.from('slow') }]), []);
    place.addAttachments([await textAttachment(blobs, { name: 'link.txt', content: 'linked' })]);
    assert.equal(place.count, 2);
    assert.deepEqual(tray.items, []);
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['link.txt', 'slow.txt']);
    place.add([{ name: 'more.txt', bytes: Buffer.from('more') }]);
    assert.equal(place.count, 3);
    assert.deepEqual(names(tray), ['link.txt', 'slow.txt', 'more.txt']);
  });

  it('lets what takes a while go with a new chat in which something is asked meanwhile', async () => {
    const { drafts, tray } = await setUp();
    drafts.show({ ...emptyConversation, id: 'a' });
    const place = drafts.here();
    drafts.begin('a');
    drafts.show({ ...emptyConversation, id: 'b' });
    place.add([{ name: 'slow.txt', bytes: Buffer.from('slow') }]);
    assert.deepEqual(tray.items, []);
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['slow.txt']);
  });

  it('finds and changes what is attached in a chat that is not shown', async () => {
    const { drafts, tray, blobs } = await setUp();
    const attachment = await textAttachment(blobs, { name: 'a.txt', content: 'in a' });
    drafts.show(begun('a'));
    tray.restore([attachment]);
    drafts.show(begun('b'));
    assert.equal(drafts.attachment(attachment.id)?.name, 'a.txt');
    drafts.update({ ...attachment, name: 'renamed.txt' });
    drafts.show(begun('a'));
    assert.deepEqual(names(tray), ['renamed.txt']);
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
