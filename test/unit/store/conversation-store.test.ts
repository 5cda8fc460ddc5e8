import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { FileBlobStore } from '../../../src/store/file-blob-store';
import { JournalFile } from '../../../src/store/journal-file';
import { readJournal } from '../../../src/store/read-journal';
import { journalPath, lockPath, openStores, openWritable, pictureTexts, userMessage, writeChat } from './chat-files';
import { temporaryDirectory } from './temporary-directory';

describe('the list of chats', () => {
  it('is empty before the first chat', async () => {
    const { store } = openStores(await temporaryDirectory());
    assert.deepEqual(await store.list(), []);
  });

  it('has the chat that changed last at its top, seen by every window', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const other = openStores(directory).store;
    const first = await writeChat(store, 'First');
    const second = await writeChat(store, 'Second');
    assert.deepEqual(await titles(other), ['Second', 'First']);

    const { journal } = await openWritable(store, first);
    journal.append({ type: 'titleChanged', title: 'First again' });
    journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'And now?') });
    assert.deepEqual(await titles(store), ['First again', 'Second']);
    assert.deepEqual(await titles(other), ['First again', 'Second']);
    await journal.close();

    const [summary] = await store.list();
    assert.equal(summary?.id, first);
    assert.equal(summary.messageCount, 3);
    await store.delete(second);
    assert.deepEqual(await titles(other), ['First again']);
  });

  it('has all other chats where one can not be read, which is told once', async () => {
    const directory = await temporaryDirectory();
    const errors: unknown[] = [];
    const { store } = openStores(directory, [], (error) => errors.push(error));
    await writeChat(store, 'Readable');
    await mkdir(join(directory, 'chats', 'unreadable.jsonl'));
    assert.deepEqual(await titles(store), ['Readable']);
    assert.deepEqual(await titles(store), ['Readable']);
    assert.equal((await store.search('cat')).found.length, 1);
    assert.equal(errors.length, 1);
  });

  it('does not have a chat in which nothing has happened', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    await store.create().close();
    assert.deepEqual(await store.list(), []);
    assert.deepEqual(await readdir(directory), []);
  });

  it('passes over files that are no chats', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    await writeFile(journalPath(directory, 'empty'), '');
    await writeFile(join(directory, 'chats', 'Conflicted copy (1).jsonl'), 'x\n');
    assert.deepEqual(
      (await store.list()).map((summary) => summary.id),
      [id],
    );
  });

  it('stays right while chats come and go in two windows', async () => {
    const directory = await temporaryDirectory();
    const windows = [openStores(directory).store, openStores(directory).store] as const;
    const left = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const store = windows[index % 2 === 0 ? 0 : 1];
        const id = await writeChat(store, `Chat ${index}`);
        await store.list();
        if (index % 3 === 0) {
          await windows[index % 2 === 0 ? 1 : 0].delete(id);
          return [];
        }
        return [id];
      }),
    );
    const expected = left.flat().sort();
    for (const store of windows) {
      assert.deepEqual((await store.list()).map(({ id }) => id).sort(), expected);
    }
  });
});

describe('the search', () => {
  it('finds chats by every word of the query, in titles, questions, answers and attachment names', async () => {
    const { store } = openStores(await temporaryDirectory());
    const cat = await writeChat(store, 'Which ANIMAL is this?', 'A grey cat.');
    const dog = await writeChat(store, 'Which animal is that?', 'A dog.');
    const file = store.create();
    file.append({ type: 'conversationCreated', id: file.conversationId, title: 'Files', createdAt: 1 });
    file.append({
      type: 'userMessageAdded',
      message: { ...userMessage('q', ''), attachments: [image('a', 'Über.png')] },
    });
    await file.close();

    const ids = async (query: string) => (await store.search(query)).found.map(({ id }) => id);
    assert.deepEqual(new Set(await ids('animal')), new Set([cat, dog]));
    assert.deepEqual(await ids('  CAT animal '), [cat]);
    assert.deepEqual(await ids('über'), [file.conversationId]);
    assert.deepEqual(await ids('cat dog'), []);
    assert.equal((await ids('')).length, 3);
  });

  it('tells where the words are, unless all of them are in the title', async () => {
    const { store } = openStores(await temporaryDirectory());
    const long = 'It lies on a sofa, far away from the window, and sleeps. '.repeat(3);
    const id = await writeChat(store, 'What is this?', `${long}It is a **Siamese**\ncat. ${long}`);
    assert.deepEqual((await store.search('siamese')).found, [
      {
        id,
        place: {
          messageId: 'a1',
          excerpt: `…window, and sleeps. It is a **Siamese${`** cat. ${long}`.slice(0, 120).trimEnd()}…`,
        },
      },
    ]);
    assert.deepEqual((await store.search('this what')).found, [{ id, closeness: 'title' }]);
  });

  it('tells how closely a chat is what was searched for, and where most of the words are that its title lacks', async () => {
    const { store } = openStores(await temporaryDirectory());
    const apart = await writeChat(store, 'Big two', 'A big answer, and this is one.');
    const together = await writeChat(store, 'Sizes', 'Which is it? The Big\none, of course.');
    const titled = await writeChat(store, 'Big one', 'Yes.');
    const found = new Map((await store.search('big one')).found.map(({ id, ...match }) => [id, match]));
    assert.deepEqual(found.get(titled), { closeness: 'title' });
    assert.deepEqual(found.get(together), {
      closeness: 'phrase',
      place: { messageId: 'a1', excerpt: 'Which is it? The Big one, of course.' },
    });
    assert.deepEqual(found.get(apart), { place: { messageId: 'a1', excerpt: 'A big answer, and this is one.' } });
  });

  it('finds what attachments say as soon as that is known, and what a chat put aside', async () => {
    const { store } = openStores(await temporaryDirectory());
    const journal = store.create();
    const id = journal.conversationId;
    const photo = image('a', 'photo.png');
    journal.append({ type: 'conversationCreated', id, title: 'Signs', createdAt: 1 });
    journal.append({ type: 'userMessageAdded', message: { ...userMessage('q', 'Read it.'), attachments: [photo] } });
    journal.append({ type: 'branchStarted', parentId: '', keepsOld: true });
    journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'Never mind.') });
    await journal.close();

    assert.equal((await store.search('read')).found[0]?.place?.messageId, 'q');
    const before = await store.search('straße');
    assert.deepEqual([before.found, before.unread], [[], [photo]]);
    pictureTexts.set('photo.png', 'Hier beginnt die Straße');
    const after = await store.search('Straße');
    assert.deepEqual(after, {
      found: [
        {
          id,
          place: {
            messageId: 'q',
            attachment: 'photo.png',
            excerpt: 'Hier beginnt die Straße',
          },
        },
      ],
      unread: [],
    });
    await assert.rejects(store.search('straße', AbortSignal.abort(new Error('Another search.'))), /Another search/);
  });
});

describe('deleting a chat', () => {
  it('forgets what was made of its media, and keeps what was made of media that others need', async () => {
    const { store, blobs, derived } = openStores(await temporaryDirectory());
    const [own, ofOwn, shared, ofShared] = await putBlobs(blobs, 4);
    await derived.put({ source: own, form: 'page' }, [{ sha256: ofOwn }]);
    await derived.put({ source: own, form: 'text' }, 'What the picture says.');
    await derived.put({ source: shared, form: 'page' }, [{ sha256: ofShared }]);
    const deleted = await chatWith(store, [own, ofOwn, shared, ofShared]);
    await chatWith(store, [shared]);
    await store.delete(deleted);
    assert.deepEqual(
      (await derived.list()).map(({ source }) => source),
      [shared],
    );
    const kept = await Promise.all([own, ofOwn, shared, ofShared].map((sha256) => blobs.has({ sha256 })));
    assert.deepEqual(kept, [false, false, true, true]);
  });

  it('removes its file, its lock and the blobs that nothing else names', async () => {
    const directory = await temporaryDirectory();
    const draft: string[] = [];
    const { store, blobs } = openStores(directory, draft);
    const [own, shared, inDraft, removedEarlier] = await putBlobs(blobs, 4);
    draft.push(inDraft);
    const deleted = await chatWith(store, [own, shared, inDraft, removedEarlier]);
    const { journal } = await openWritable(store, deleted);
    journal.append({ type: 'messagesRemoved', messageIds: ['q'] });
    await journal.close();
    const other = await chatWith(store, [shared]);

    await store.delete(deleted);
    assert.deepEqual(await readdir(join(directory, 'chats')), [`${other}.jsonl`]);
    await assert.rejects(blobs.get(own));
    await assert.rejects(blobs.get(removedEarlier));
    await blobs.get(shared);
    await blobs.get(inDraft);
    await store.delete(deleted);
  });

  it('keeps a blob that was attached again elsewhere after the last change of the chat', async () => {
    const directory = await temporaryDirectory();
    const { store, blobs } = openStores(directory);
    const [again] = await putBlobs(blobs, 1);
    const id = await chatWith(store, [again]);
    const earlier = new Date(Date.now() - 60_000);
    await utimes(journalPath(directory, id), earlier, earlier);
    await putBlobs(openStores(directory).blobs, 1);
    await store.delete(id);
    await blobs.get(again);
  });

  it('keeps the blobs of chats that it cannot read', async () => {
    const directory = await temporaryDirectory();
    const { store, blobs } = openStores(directory);
    const [shared] = await putBlobs(blobs, 1);
    const deleted = await chatWith(store, [shared]);
    await writeFile(journalPath(directory, 'damaged'), `garbled{"sha256":"${shared}"`);
    await store.delete(deleted);
    await blobs.get(shared);
  });
});

describe('a chat that is opened', () => {
  it('is missing when there is none, whatever the name', async () => {
    const { store } = openStores(await temporaryDirectory());
    for (const id of ['nothing', '', '../chats/x', 'a/b', '.']) {
      assert.deepEqual(await store.open(id), { status: 'missing' });
      await store.delete(id);
    }
  });

  it('is for reading only while it is open elsewhere', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const { journal } = await openWritable(store, id);
    assert.equal((await openStores(directory).store.open(id)).status, 'readOnly');
    await journal.close();
    await (await openWritable(openStores(directory).store, id)).journal.close();
    assert(!existsSync(lockPath(directory, id)));
  });

  it('has the time of its last event in the list even when opening repaired nothing', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const [before] = await store.list();
    await (await openWritable(store, id)).journal.close();
    assert.deepEqual(await store.list(), [before]);
  });
});

describe('a disk that cannot be written', () => {
  it('is told once, and nothing is lost when it can be written again', async function () {
    if (!existsSync('/dev/full')) {
      this.skip();
    }
    const directory = await temporaryDirectory();
    const path = join(directory, 'chat.jsonl');
    await symlink('/dev/full', path);
    const journal = new JournalFile({
      conversationId: 'chat',
      path,
      lockPath: join(directory, 'chat.lock'),
      lastSequence: 0,
      length: 0,
      onClosed: () => undefined,
    });
    const failures: Error[] = [];
    journal.onFailure((error) => failures.push(error));
    for (const title of ['one', 'two', 'three']) {
      journal.append({ type: 'titleChanged', title });
      await journal.flush();
    }
    assert.equal(failures.length, 1);
    assert.match(failures[0]?.message ?? '', /ENOSPC/);

    rmSync(path);
    await writeFile(path, '');
    journal.append({ type: 'titleChanged', title: 'four' });
    await journal.close();
    const content = readJournal('chat', await readFile(path));
    assert.equal(content.state.title, 'four');
    assert.equal(content.lastSequence, 4);
    assert(content.clean);
  });

  it('leaves a chat usable in memory when there can be no folder', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'chats'), 'a file where the folder should be');
    const { store } = openStores(directory);
    const journal = store.create();
    const failures: Error[] = [];
    journal.append({ type: 'titleChanged', title: 'one' });
    await journal.flush();
    journal.onFailure((error) => failures.push(error));
    journal.append({ type: 'titleChanged', title: 'two' });
    await journal.close();
    assert.equal(failures.length, 1);
  });

  it('never writes into a file that another program has changed meanwhile', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const { journal } = await openWritable(store, id);
    await writeFile(journalPath(directory, id), 'something else\n');
    const failures: Error[] = [];
    journal.onFailure((error) => failures.push(error));
    journal.append({ type: 'titleChanged', title: 'two' });
    await journal.close();
    assert.match(failures[0]?.message ?? '', /Another program/);
    assert.equal(await readFile(journalPath(directory, id), 'utf8'), 'something else\n');
  });

  it('stops writing when another window has gone on with the chat', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const { journal } = await openWritable(store, id);
    rmSync(lockPath(directory, id));
    const second = await openWritable(openStores(directory).store, id);
    second.journal.append({ type: 'titleChanged', title: 'by the second' });
    await second.journal.flush();
    const failures: Error[] = [];
    journal.onFailure((error) => failures.push(error));
    journal.append({ type: 'titleChanged', title: 'by the first' });
    await journal.close();
    assert.equal(failures.length, 1);
    await second.journal.close();
    assert.equal((await store.list())[0]?.title, 'by the second');
  });
});

async function titles(store: ReturnType<typeof openStores>['store']): Promise<readonly string[]> {
  return (await store.list()).map(({ title }) => title);
}

async function putBlobs(blobs: FileBlobStore, count: number): Promise<[string, string, string, string]> {
  const put = async (index: number): Promise<string> => (await blobs.put(new Uint8Array([index]), 'image/png')).sha256;
  const names = await Promise.all(Array.from({ length: count }, (_, index) => put(index)));
  return [names[0] ?? '', names[1] ?? '', names[2] ?? '', names[3] ?? ''];
}

async function chatWith(store: ReturnType<typeof openStores>['store'], sha256s: readonly string[]): Promise<string> {
  const journal = store.create();
  const id = journal.conversationId;
  journal.append({ type: 'conversationCreated', id, title: 'Pictures', createdAt: 1 });
  const attachments = sha256s.map((sha256) => image(sha256, 'cat.png'));
  journal.append({ type: 'userMessageAdded', message: { ...userMessage('q', ''), attachments } });
  await journal.close();
  return id;
}

function image(sha256: string, name: string): ImageAttachment {
  const reference = { sha256, mediaType: 'image/png', byteLength: 1, width: 1, height: 1 };
  return {
    kind: 'image',
    id: sha256,
    name,
    source: reference,
    thumbnail: reference,
    options: {},
    parts: [],
    reasons: [],
  };
}
