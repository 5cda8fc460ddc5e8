import assert from 'node:assert/strict';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeLines, journalPath, openStores, openWritable, stateOnDisk, userMessage, writeChat } from './chat-files';
import { temporaryDirectory } from './temporary-directory';

describe('a damaged journal', () => {
  it('is read up to every byte at which it may have been cut off', async () => {
    const { directory, store, id, path } = await chat();
    const whole = await readFile(path);
    const { state, journal } = await openWritable(store, id);
    await journal.close();
    for (let length = 1; length <= whole.byteLength; length += 7) {
      await writeFile(path, whole.subarray(0, length));
      const torn = await openWritable(openStores(directory).store, id);
      await torn.journal.close();
      assert(torn.state.messages.length <= state.messages.length);
      for (const [index, message] of torn.state.messages.entries()) {
        assert.equal(message.id, state.messages[index]?.id);
        assert(state.messages[index]?.text.startsWith(message.text));
      }
    }
  });

  it('goes on after a line that was cut off, without a word about it', async () => {
    const { directory, store, id, path } = await chat();
    await truncate(path, (await readFile(path)).byteLength - 5);
    const { journal, notice } = await openWritable(store, id);
    assert.equal(notice, undefined);
    journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'And this?') });
    await journal.close();
    const state = await stateOnDisk(openStores(directory).store, id);
    assert.deepEqual(
      state.messages.map((message) => message.id),
      ['q1', 'a1', 'q2'],
    );
    assert.deepEqual(await damagedChats(directory), []);
  });

  it('takes a last line that only lacks its line break', async () => {
    const { store, id, path } = await chat();
    await truncate(path, (await readFile(path)).byteLength - 1);
    const { state, journal } = await openWritable(store, id);
    const answer = state.messages[1];
    assert(answer?.role === 'assistant' && answer.status === 'complete');
    journal.append({ type: 'titleChanged', title: 'Renamed' });
    await journal.close();
    assert.equal((await stateOnDisk(store, id)).title, 'Renamed');
  });

  it('drops a tail of zeros, which a power cut leaves', async () => {
    const { store, id, path } = await chat();
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(500)]));
    const { state, notice } = await openWritable(store, id);
    assert.equal(state.messages.length, 2);
    assert.equal(notice, undefined);
  });

  for (const [name, damage] of [
    ['garbled', 'x\u0001{"seq'],
    ['filled with zeros', '\0'.repeat(40)],
    ['no entry', '{"sequence":"3"}'],
  ] as const) {
    it(`sets a line aside that is ${name}, says so and keeps the rest`, async () => {
      const { directory, store, id, path } = await chat();
      await changeLines(path, (lines) => lines.map((line, index) => (index === 4 ? damage : line)));
      const damaged = await readFile(path);

      assert.deepEqual(
        (await store.list()).map((summary) => summary.id),
        [id],
      );
      const { state, journal, notice } = await openWritable(store, id);
      assert.match(notice ?? '', /One line of this chat's file could not be read/);
      assert.deepEqual(
        state.messages.map((message) => message.text),
        ['What is this?', ''],
      );
      journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'And this?') });
      await journal.close();

      const [kept = ''] = await damagedChats(directory);
      assert.deepEqual(await readFile(join(directory, 'damaged-chats', kept)), damaged);
      const again = await openWritable(openStores(directory).store, id);
      assert.equal(again.notice, undefined);
      assert.equal(again.state.messages.length, 3);
      await again.journal.close();

      await store.delete(id);
      assert.deepEqual(await damagedChats(directory), []);
    });
  }

  it('lists a chat of which nothing can be read, so that it can be deleted', async () => {
    const { store, id, path } = await chat();
    await writeFile(path, 'no\njournal\n');
    const [summary] = await store.list();
    assert.equal(summary?.title, 'Damaged chat');
    await store.delete(id);
    assert.deepEqual(await store.list(), []);
  });

  it('leaves out a line that comes a second time', async () => {
    const { store, id, path } = await chat();
    await changeLines(path, (lines) => [...lines.slice(0, 3), lines[2] ?? '', ...lines.slice(3)]);
    const state = await stateOnDisk(store, id);
    assert.equal(state.messages.length, 2);
  });

  for (const event of [
    '{"type":"pinned","colour":"red"}',
    '{"type":"__proto__"}',
    '{"type":"retryScheduled","messageId":"a1","retry":{}}',
    '{"type":"textAppended","messageId":"a1","text":5}',
    '{"type":"answerEnded","messageId":"a1","status":"streaming"}',
    '{"type":"answerEnded","messageId":"a1","status":"failed","failure":{"kind":"later","message":"","actions":[]}}',
    '{"type":"userMessageAdded","message":{"role":"user","id":"q","createdAt":1,"text":"","attachments":[{"kind":"image"}]}}',
  ]) {
    it(`keeps, and passes over, an event that it does not know: ${event}`, async () => {
      const { store, id, path } = await chat();
      const before = await stateOnDisk(store, id);
      const line = `{"sequence":7,"time":1,"event":${event}}`;
      await changeLines(path, (lines) => [...lines.slice(0, -1), line, '']);
      const { state, journal, notice } = await openWritable(store, id);
      assert.deepEqual(state, before);
      assert.equal(notice, undefined);
      journal.append({ type: 'titleChanged', title: 'Renamed' });
      await journal.close();
      assert((await readFile(path, 'utf8')).includes(line));
      assert.equal((await stateOnDisk(store, id)).title, 'Renamed');
    });
  }

  it('reads what sync tools make of it: byte order mark and CRLF', async () => {
    const { store, id, path } = await chat();
    await writeFile(path, `\uFEFF${(await readFile(path, 'utf8')).replaceAll('\n', '\r\n')}`);
    const { state, journal, notice } = await openWritable(store, id);
    assert.equal(notice, undefined);
    assert.equal(state.messages.length, 2);
    journal.append({ type: 'titleChanged', title: 'Renamed' });
    await journal.close();
    const again = await openWritable(store, id);
    assert.deepEqual([again.state.title, again.notice], ['Renamed', undefined]);
  });

  it('is ordered by its sequence when the clock goes backwards', async () => {
    const { store, id, path } = await chat();
    await changeLines(path, (lines) =>
      lines.map((line, index) => line.replace(/"time":\d+/, `"time":${1000 - index}`)),
    );
    assert.equal((await stateOnDisk(store, id)).messages[1]?.text, 'A cat.');
    assert.equal((await store.list())[0]?.updatedAt, 999);
  });

  it('of a newer version can be read and stays as it is', async () => {
    const { store, id, path } = await chat();
    await changeLines(path, ([, ...lines]) => ['{"format":"iris-chat","version":2}', ...lines, '{"torn']);
    const bytes = await readFile(path);
    const opened = await store.open(id);
    assert(opened.status === 'readOnly');
    assert.match(opened.reason, /newer version/);
    assert.equal(opened.state.messages.length, 2);
    assert.deepEqual(await readFile(path), bytes);
  });
});

async function chat() {
  const directory = await temporaryDirectory();
  const { store } = openStores(directory);
  const id = await writeChat(store);
  return { directory, store, id, path: journalPath(directory, id) };
}

async function damagedChats(directory: string): Promise<readonly string[]> {
  return await readdir(join(directory, 'damaged-chats')).catch(() => []);
}
