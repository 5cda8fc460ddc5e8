import assert from 'node:assert/strict';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobReference } from '../../../src/shared/blob';
import { isBlob } from '../../../src/store/attachment-guard';
import { createBlobStore } from '../../../src/store/file-blob-store';
import { createDerivedForms } from '../../../src/store/file-derived-forms';
import { isString, shape } from '../../../src/store/guard';
import { temporaryDirectory } from './temporary-directory';

const source = 'a'.repeat(64);
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

describe('Derived forms', () => {
  it('are given back as they were kept, by source, form and settings in any order', async () => {
    const { derived } = await setting();
    await derived.put({ source, form: 'text', settings: { pages: [1, 2], scale: 1 } }, 'It says hello.');
    assert.equal(
      await derived.get({ source, form: 'text', settings: { scale: 1, pages: [1, 2] } }, isString),
      'It says hello.',
    );
    assert.equal(
      await derived.get({ source, form: 'text', settings: { scale: 1, pages: [2, 1] } }, isString),
      undefined,
    );
    assert.equal(await derived.get({ source, form: 'text' }, isString), undefined);
    assert.equal(await derived.get({ source: 'b'.repeat(64), form: 'text' }, isString), undefined);
  });

  it('that are not what is expected, or damaged, were never made', async () => {
    const { derived, directory } = await setting();
    const key = { source, form: 'text' };
    await derived.put(key, { text: 'An object.' });
    assert.equal(await derived.get(key, isString), undefined);
    const [file = ''] = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.json'));
    await writeFile(join(directory, file), '{"version":1,"val');
    assert.equal(await derived.get(key, isString), undefined);
  });

  it('are forgotten with the blobs that they name', async () => {
    const { derived, blobs } = await setting();
    const blob = await blobs.put(new Uint8Array([1, 2, 3]), 'image/png');
    const isValue = shape<{ readonly picture: BlobReference }>({ picture: isBlob });
    await derived.put({ source, form: 'page' }, { picture: blob });
    assert.deepEqual(await derived.get({ source, form: 'page' }, isValue), { picture: blob });
    await rm(blobs.locate?.(blob.sha256) ?? '');
    assert.equal(await derived.get({ source, form: 'page' }, isValue), undefined);
  });

  it('say what they take, what they name and when they were used last', async () => {
    const { derived, blobs } = await setting();
    const blob = await blobs.put(new Uint8Array([1, 2, 3]), 'image/png');
    await derived.put({ source, form: 'page' }, [blob]);
    const [form] = await derived.list();
    assert(form);
    assert.equal(form.source, source);
    assert.deepEqual([...form.blobs], [blob.sha256]);
    assert.equal(form.byteLength, (await stat(form.path)).size);

    await utimes(form.path, hoursAgo(3), hoursAgo(3));
    const isAnything = (value: unknown): value is unknown => value !== undefined;
    await derived.get({ source, form: 'page' }, isAnything);
    assert.ok(((await derived.list())[0]?.usedAt ?? 0) > hoursAgo(1).getTime());
  });

  it('are not removed when they were used since they were listed', async () => {
    const { derived } = await setting();
    await derived.put({ source, form: 'text' }, 'Hello');
    const [form] = await derived.list();
    assert(form);
    assert.equal(await derived.remove({ ...form, usedAt: form.usedAt - 1 }), 0);
    assert.equal(await derived.remove(form), form.byteLength);
    assert.deepEqual(await derived.list(), []);
  });

  it('that can not be kept are made again', async () => {
    const { directory, blobs } = await setting();
    await writeFile(directory, 'A file where the folder should be.');
    const derived = createDerivedForms({ directory, blobs });
    await derived.put({ source, form: 'text' }, 'Hello');
    assert.equal(await derived.get({ source, form: 'text' }, isString), undefined);
    assert.deepEqual(await derived.list(), []);
  });
});

async function setting() {
  const folder = await temporaryDirectory();
  const blobs = createBlobStore(join(folder, 'blobs'));
  const directory = join(folder, 'derived');
  return { blobs, directory, derived: createDerivedForms({ directory, blobs }) };
}
