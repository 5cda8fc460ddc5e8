import assert from 'node:assert/strict';
import type { ChatFile } from '../../../../src/features/chat-export/chat-file';
import { chatJson } from '../../../../src/features/chat-export/chat-json';
import { importChats } from '../../../../src/features/chat-import/import-chats';
import { readChats } from '../../../../src/features/chat-import/read-chats';
import type { ConversationState, Message } from '../../../../src/shared/conversation';
import { applyEvent, emptyConversation } from '../../../../src/shared/conversation-events';
import { openStores, stateOnDisk } from '../../store/chat-files';
import { randomEvent } from '../../store/random-events';
import { temporaryDirectory } from '../../store/temporary-directory';
import { randomNumbers } from '../../random-numbers';
import { pictureAttachment, putPicture, reader, sampleChat } from '../chat-export/sample-chat';

describe('a chat that was exported as JSON', function () {
  this.timeout(20_000);

  it('comes back as a new chat, without what belongs to the machine that it was on', async () => {
    const from = openStores(await temporaryDirectory());
    const to = openStores(await temporaryDirectory());
    const picture = await putPicture(from.blobs);
    const state = sampleChat(picture);
    const text = await chatJson(state, reader(from.blobs));
    assert(!text.includes('/home/ada') && !text.includes('sk-secret') && !text.includes('f'.repeat(64)));

    const read = readChats(text);
    assert(read.status === 'read');
    const [first] = await importChats(read, to);
    const [second] = await importChats(read, to);
    assert(first !== undefined && second !== undefined && first !== second);
    const { origin: _origin, fileSha256: _file, ...attachment } = pictureAttachment(picture);
    assert.deepEqual(await stateOnDisk(to.store, first), {
      ...state,
      id: first,
      messages: [{ ...state.messages[0], attachments: [attachment] }, state.messages[1]],
      parameters: { temperature: 0.5 },
    });
    assert.deepEqual(await to.blobs.get(picture.sha256), await from.blobs.get(picture.sha256));
    assert.equal((await stateOnDisk(to.store, second))?.title, `${state.title} (imported)`);
    const [third] = await importChats(read, to);
    assert.equal((await stateOnDisk(to.store, third ?? ''))?.title, `${state.title} (imported 2)`);
    const [summary] = await to.store.list();
    assert.equal(summary?.updatedAt, state.messages[1]?.createdAt);
  });

  for (let seed = 1; seed <= 40; seed++) {
    it(`is what it was, with all ways that it went (random events ${seed})`, async () => {
      const random = randomNumbers(seed);
      let state: ConversationState = { ...emptyConversation, id: 'c', title: 'T', createdAt: 5 };
      for (let step = 0; step < 120; step++) {
        state = applyEvent(state, randomEvent(state, random));
      }
      const exported = withoutMedia(state);
      const imported = await exportAndImport(exported);
      assert.deepEqual(messagesOf(imported), messagesOf(exported));
      assert.deepEqual(await exportAndImport(imported), imported);
      // A way that is shown and empty is not kept: the one beside it is shown.
      if (!hasEmptyWay(exported)) {
        assert.deepEqual(imported.messages, exported.messages);
        assert.deepEqual(new Set(imported.forks), new Set(exported.forks));
      }
    });
  }
});

describe('a file from elsewhere', () => {
  it('is imported as a whole or not at all', async () => {
    const { store, blobs } = openStores(await temporaryDirectory());
    const text = await chatJson(sampleChat(await putPicture(blobs)), reader(blobs));
    const file = JSON.parse(text) as ChatFile;
    const message = { role: 'user' as const, id: 'q', createdAt: 1, text: 'Hi', attachments: [] };
    const written = { title: 'Without a picture', createdAt: 1, messages: [message] };
    const read = readChats(JSON.stringify({ ...file, chats: [written, ...file.chats] }));
    assert(read.status === 'read');
    const full = { put: () => Promise.reject(new Error('There is no space left.')) };
    await assert.rejects(
      importChats(read, { store, blobs: full }),
      /^Error: Nothing was imported: There is no space left\.$/,
    );
    assert.deepEqual(await store.list(), []);
    assert.equal((await importChats(read, { store, blobs })).length, 2);
  });

  it('is refused with a reason where it is no export, or a newer one', () => {
    for (const text of ['', 'null', '[]', '{"format":"iris-chats"}', '{"format":"other","chats":[]}', '{"a":']) {
      const read = readChats(text);
      assert(read.status === 'refused' && read.reason.includes('Nothing was imported'), text);
    }
    const newer = readChats('{"format":"iris-chats","version":99,"chats":[]}');
    assert(newer.status === 'refused' && newer.reason.includes('newer version'));
  });

  it('is told to be incomplete where it is the beginning of an export', async () => {
    const text = await chatJson(sampleChat(await putPicture(openStores(await temporaryDirectory()).blobs)), () =>
      Promise.resolve(undefined),
    );
    for (const cut of [text.slice(0, text.length / 2), text.slice(0, -3), `\ufeff${text.slice(0, 60)}`]) {
      const read = readChats(cut);
      assert(read.status === 'refused' && read.reason.includes('incomplete or damaged'), cut);
    }
  });

  it('loses attachments whose bytes it does not hold, or that are not what it says', async () => {
    const { blobs } = openStores(await temporaryDirectory());
    const picture = await putPicture(blobs);
    const file = JSON.parse(await chatJson(sampleChat(picture), reader(blobs))) as ChatFile;
    const variants = [
      { ...file, media: {} },
      { ...file, media: { [picture.sha256]: { mediaType: 'image/png', data: 'AAAA' } } },
      { ...file, media: { [picture.sha256]: { ...file.media[picture.sha256], mediaType: 'text/html' } } },
    ];
    for (const variant of variants) {
      const read = readChats(JSON.stringify(variant));
      assert(read.status === 'read');
      assert.equal(read.chats[0]?.lostAttachments, 1);
      assert(!JSON.stringify(read.chats[0].events).includes(picture.sha256));
    }
  });

  it('loses chats that can not be understood, and keeps the others', () => {
    const message = { role: 'user', id: 'q', createdAt: 1, text: 'Hi', attachments: [] };
    const good = { title: 'Good', createdAt: 1, messages: [message] };
    const bad: readonly unknown[] = [
      null,
      { title: 'No messages' },
      { ...good, title: 5 },
      { ...good, messages: [message, message] },
      { ...good, messages: [{ ...message, id: '../../x' }] },
      { ...good, messages: [{ ...message, role: 'system' }] },
      { ...good, forks: [{ parentId: 'q', branches: [[], []], current: 0 }] },
      { ...good, forks: [{ parentId: '', branches: [[], [message]], current: 0 }] },
      { ...good, messages: [message, { role: 'assistant', id: 'a', createdAt: 2, text: 'x', status: 'complete' }] },
    ];
    const read = readChats(JSON.stringify({ format: 'iris-chats', version: 1, chats: [good, ...bad] }));
    assert(read.status === 'read');
    assert.deepEqual([read.chats.length, read.skipped], [1, bad.length]);
  });
});

async function exportAndImport(state: ConversationState): Promise<ConversationState> {
  const read = readChats(await chatJson(state, () => Promise.resolve(undefined)));
  assert(read.status === 'read');
  const events = read.chats[0]?.events ?? [];
  return events.reduce((current, { event }) => applyEvent(current, event), emptyConversation);
}

function messagesOf({ messages, forks = [] }: ConversationState): ReadonlyMap<string, Message> {
  const all = [...messages, ...forks.flatMap(({ branches }) => branches.flat())];
  return new Map(all.map((message) => [message.id, message]));
}

function hasEmptyWay({ messages, forks = [] }: ConversationState): boolean {
  return forks.some(
    ({ parentId, branches, current }) =>
      branches.some((branch, index) => index !== current && branch.length === 0) ||
      (messages.at(-1)?.id ?? '') === parentId ||
      branches.some((branch) => branch.at(-1)?.id === parentId),
  );
}

/** Without what an export leaves out: the bytes of made-up media are nowhere, and a server's words stay here. */
function withoutMedia(state: ConversationState): ConversationState {
  // The same shape but for what may be left out.
  return JSON.parse(
    JSON.stringify(state, (key, value: unknown) =>
      key === 'attachments' ? [] : ['spoken', 'detail', 'retry'].includes(key) ? undefined : value,
    ),
  ) as ConversationState;
}
