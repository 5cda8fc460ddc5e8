import assert from 'node:assert/strict';
import type { HostMessage } from '../../../../src/shared/protocol';
import type { ConversationStore } from '../../../../src/store/conversation-store';
import { Emitter } from '../../../../src/util/emitter';
import { PanelChats } from '../../../../src/vscode/panel/panel-chats';
import { writeChat } from '../../store/chat-files';
import { panelParts } from './panel-fixture';

describe('PanelChats', () => {
  it('knows of no chats until all have been read, then tells of them', async () => {
    const { chats, store, posted } = await setUp();
    const id = await writeChat(store, 'What is this?');
    assert.deepEqual(titles(chats), undefined);
    await chats.tell();
    assert.deepEqual(listed(posted), [[id]]);
    assert.deepEqual(titles(chats), ['What is this?']);
  });

  it('marks what is deleted and what holds a draft as they are now, without reading the chats again', async () => {
    const { chats, store, drafts, conversations } = await setUp();
    const [first, second] = [await writeChat(store), await writeChat(store)];
    await chats.tell();
    store.list = () => Promise.reject(new Error('Not now.'));
    drafts.set(first, 'And why');
    await conversations.delete(second);
    assert.equal(chats.known?.find(({ id }) => id === first)?.draft, 'And why');
    assert.equal(chats.known.find(({ id }) => id === second)?.isDeleted, true);
  });

  it('ends the waiting for chats that cannot be listed, and passes on why', async () => {
    const { chats, store, posted } = await setUp();
    store.list = () => Promise.reject(new Error('The disk is gone.'));
    await assert.rejects(chats.tell(), /The disk is gone/);
    assert.deepEqual(listed(posted), [[]]);
  });
});

async function setUp() {
  const parts = await panelParts();
  const posted: HostMessage[] = [];
  const drafts = new Map<string, string>();
  const unused = (): Promise<never> => Promise.reject(new Error('Nobody asked for that.'));
  const chats = new PanelChats({
    ...parts,
    services: {
      workspace: () => undefined,
      pictures: { read: () => undefined, onRead: new Emitter<void>().event },
      files: { export: unused, copy: unused, import: unused },
      titles: { propose: unused, ask: unused },
    },
    drafts: { beginning: (id = '') => drafts.get(id) },
    post: (message) => posted.push(message),
    notify: assert.fail,
    run: (task) => void task().catch(() => undefined),
  });
  const store: ConversationStore = parts.store;
  return { ...parts, store, chats, drafts, posted };
}

function titles({ known }: PanelChats): readonly string[] | undefined {
  return known?.map(({ title }) => title);
}

function listed(posted: readonly HostMessage[]): readonly (readonly string[])[] {
  return posted.flatMap((message) => (message.type === 'chatsChanged' ? [message.chats.map(({ id }) => id)] : []));
}
