import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobReference } from '../../../src/shared/blob';
import { createBlobStore } from '../../../src/store/file-blob-store';
import { createDerivedForms } from '../../../src/store/file-derived-forms';
import { acquireLock } from '../../../src/store/lock';
import { MediaStorage } from '../../../src/store/media-storage';
import { StorageLimit } from '../../../src/store/storage-limit';
import { temporaryDirectory } from './temporary-directory';

const kilobyte = 1_000;

describe('The storage of media', () => {
  it('is counted by who needs it, each byte once', async () => {
    const { put, form, needs, storage } = await setting();
    needs.chats.add((await put(5 * kilobyte, 2)).sha256);
    const shared = await put(3 * kilobyte, 2);
    needs.chats.add(shared.sha256);
    needs.drafts.add(shared.sha256).add((await put(2 * kilobyte, 2)).sha256);
    await put(kilobyte, 2);
    await put(4 * kilobyte, 0);
    const { byteLength } = await form([await put(7 * kilobyte, 2), shared], 2);
    assert.deepEqual(await storage.use(), {
      chats: 8 * kilobyte,
      drafts: 2 * kilobyte,
      cache: 7 * kilobyte + byteLength,
      unused: 5 * kilobyte,
      total: 22 * kilobyte + byteLength,
      removable: 8 * kilobyte + byteLength,
    });
  });

  it('is reduced by what was not used for the longest time, and no further than asked for', async () => {
    const { put, form, storage, blobs, derived } = await setting();
    const oldest = await put(kilobyte, 9);
    const inForm = await put(2 * kilobyte, 9);
    const old = await form([inForm], 8);
    const newer = await put(kilobyte, 7);
    const { total } = await storage.use();
    const { bytes } = await storage.reduceTo(total - kilobyte - 1);
    assert.equal(bytes, 3 * kilobyte + old.byteLength);
    assert.deepEqual(await Promise.all([oldest, inForm, newer].map((blob) => blobs.has(blob))), [false, false, true]);
    assert.deepEqual(await derived.list(), []);
  });

  it('keeps what a chat, a draft, a newer form or the last hour needs, however small the limit', async () => {
    const { put, form, needs, storage, blobs, derived } = await setting();
    const ofChat = await put(kilobyte, 9);
    const ofDraft = await put(kilobyte, 9);
    const ofNewForm = await put(kilobyte, 9);
    const recent = await put(kilobyte, 0);
    needs.chats.add(ofChat.sha256);
    needs.drafts.add(ofDraft.sha256);
    await form([ofChat, ofDraft, ofNewForm, recent], 9);
    await form([ofNewForm], 0);
    await storage.reduceTo(0);
    const kept = await Promise.all([ofChat, ofDraft, ofNewForm, recent].map((blob) => blobs.has(blob)));
    assert.deepEqual(kept, [true, true, true, true]);
    assert.equal((await derived.list()).length, 1);
    assert.equal((await storage.use()).removable, 0);
  });

  it('is left alone while another window cleans up', async () => {
    const { put, storage, directory } = await setting();
    await put(kilobyte, 9);
    const lock = await acquireLock(join(directory, 'clean-up.lock'));
    assert.deepEqual(await storage.reduceTo(0), { bytes: 0, total: 0, isBusy: true });
    await lock?.release();
    assert.equal((await storage.reduceTo(0)).bytes, kilobyte);
  });

  it('stops being cleaned up when that is asked for', async () => {
    const { put, storage, blobs } = await setting();
    const blob = await put(kilobyte, 9);
    await assert.rejects(storage.reduceTo(0, AbortSignal.abort(new Error('Stop.'))), /Stop\./);
    assert.equal(await blobs.has(blob), true);
    assert.equal((await storage.reduceTo(0)).isBusy, false);
  });
});

describe('The limit of the storage', () => {
  it('is looked at once something was stored, and again only when it may be exceeded', async () => {
    const asked: number[] = [];
    const looked = Promise.withResolvers<void>();
    const storage = {
      reduceTo: (bytes: number) => {
        asked.push(bytes);
        looked.resolve();
        return Promise.resolve({ bytes: 0, total: 50, isBusy: false });
      },
    };
    const limit = new StorageLimit({ storage, maxBytes: () => 100, onError: assert.ifError, quietMilliseconds: 0 });
    limit.stored(10);
    limit.stored(10);
    await looked.promise;
    await new Promise(setImmediate);
    limit.stored(50);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(asked, [100]);
    limit.stored(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(asked, [100, 100]);
    limit.dispose();
  });
});

async function setting() {
  const directory = await temporaryDirectory();
  const blobs = createBlobStore(join(directory, 'blobs'));
  const derived = createDerivedForms({ directory: join(directory, 'derived'), blobs });
  const needs = { chats: new Set<string>(), drafts: new Set<string>() };
  const storage = new MediaStorage({
    directory,
    blobs,
    derived,
    chatBlobs: () => Promise.resolve(needs.chats),
    draftBlobs: () => Promise.resolve(needs.drafts),
  });
  let count = 0;
  const age = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  return {
    directory,
    blobs,
    derived,
    needs,
    storage,
    /** Stores other bytes each time, as if it were some hours ago. */
    put: async (byteLength: number, hours: number): Promise<BlobReference> => {
      const blob = await blobs.put(new Uint8Array(byteLength).fill(++count), 'image/png');
      await utimes(blobs.locate?.(blob.sha256) ?? '', age(hours), age(hours));
      return blob;
    },
    form: async (named: readonly BlobReference[], hours: number) => {
      const source = String(++count).padStart(64, '0');
      await derived.put({ source, form: 'test' }, named);
      const file = (await derived.list()).find((one) => one.source === source);
      assert(file);
      await utimes(file.path, age(hours), age(hours));
      return file;
    },
  };
}
