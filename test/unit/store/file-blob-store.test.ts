import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobError } from '../../../src/store/blob-store';
import { createBlobStore } from '../../../src/store/file-blob-store';
import { temporaryDirectory } from './temporary-directory';

const bytes = new TextEncoder().encode('the bytes of a picture');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('the blob store', () => {
  it('names bytes by their SHA-256 and gives them back', async () => {
    const { blobs, files } = await store();
    assert.deepEqual(await blobs.put(bytes, 'image/png'), { sha256, mediaType: 'image/png', byteLength: 22 });
    assert.deepEqual(new Uint8Array(await blobs.get(sha256)), bytes);
    assert.deepEqual(await files(), [join(sha256.slice(0, 2), sha256)]);
  });

  it('keeps equal bytes once, also when they are put at the same time', async () => {
    const { blobs, files } = await store();
    await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytes, 'image/png')));
    assert.equal((await files()).length, 1);
  });

  it('refuses to give bytes that do not match their name, and heals when they are put again', async () => {
    const { blobs, path } = await store();
    await blobs.put(bytes, 'image/png');
    await writeFile(path(sha256), 'the bytes of a pictuRe');
    await assert.rejects(blobs.get(sha256), (error) => error instanceof BlobError && error.kind === 'corrupt');
    await blobs.put(bytes, 'image/png');
    assert.deepEqual(new Uint8Array(await blobs.get(sha256)), bytes);
  });

  it('gives bytes in pieces, the last of them only when all match their name', async () => {
    const { blobs, path } = await store();
    const large = Uint8Array.from({ length: 1_000_001 }, (_, index) => index % 251);
    const { sha256: name } = await blobs.put(large, 'image/png');
    assert.deepEqual(await piecesOf(blobs.read(name)), Buffer.from(large));

    await writeFile(path(name), large.with(0, 1));
    const given: Uint8Array[] = [];
    await assert.rejects(
      async () => {
        for await (const piece of blobs.read(name)) {
          given.push(piece.slice());
        }
      },
      (error) => error instanceof BlobError && error.kind === 'corrupt',
    );
    assert.ok(Buffer.concat(given).byteLength < large.byteLength);

    await rm(path(name));
    const isMissing = (error: unknown): boolean => error instanceof BlobError && error.kind === 'missing';
    await assert.rejects(piecesOf(blobs.read(name)), isMissing);
    await assert.rejects(piecesOf(blobs.read('../../../etc/passwd')), isMissing);
  });

  it('has what is there and as long as it should be', async () => {
    const { blobs, path } = await store();
    const blob = await blobs.put(bytes, 'image/png');
    assert.equal(await blobs.has(blob), true);
    assert.equal(await blobs.has({ ...blob, sha256: '../../../etc/passwd' }), false);
    await writeFile(path(sha256), 'cut');
    assert.equal(await blobs.has(blob), false);
    await rm(path(sha256));
    assert.equal(await blobs.has(blob), false);
  });

  it('locates nothing outside of its folder', async () => {
    const { blobs, path } = await store();
    assert.equal(blobs.locate?.(sha256), path(sha256));
    for (const name of ['', '../../../etc/passwd', `${sha256}/..`, sha256.toUpperCase()]) {
      assert.throws(() => blobs.locate?.(name), BlobError);
    }
  });

  it('has nothing under a name that is no hash', async () => {
    const { blobs } = await store();
    for (const name of ['0'.repeat(64), '', '../../../etc/passwd', sha256.toUpperCase()]) {
      await assert.rejects(blobs.get(name), (error) => error instanceof BlobError && error.kind === 'missing');
    }
  });

  it('removes what nothing names once it is a day old, and half-written files too', async () => {
    const { blobs, path, files } = await store();
    const old = await blobs.put(bytes, 'image/png');
    const named = await blobs.put(new Uint8Array([1]), 'image/png');
    const young = await blobs.put(new Uint8Array([2]), 'image/png');
    const halfWritten = `${path(old.sha256)}.1234.tmp`;
    await writeFile(halfWritten, 'half');
    const twoDaysAgo = new Date(Date.now() - 48 * 3600 * 1000);
    for (const file of [path(old.sha256), path(named.sha256), halfWritten]) {
      await utimes(file, twoDaysAgo, twoDaysAgo);
    }
    await blobs.deleteUnreferenced(new Set([named.sha256]));
    assert.deepEqual(
      (await files()).map((file) => file.slice(3)),
      [named.sha256, young.sha256].sort((first, second) => first.localeCompare(second)),
    );
  });

  it('does not remove what was put again since', async () => {
    const { blobs, path } = await store();
    await blobs.put(bytes, 'image/png');
    await utimes(path(sha256), new Date(1000), new Date(1000));
    await blobs.put(bytes, 'image/png');
    await blobs.remove([sha256], Date.now() - 60_000);
    assert.deepEqual(new Uint8Array(await blobs.get(sha256)), bytes);
    await blobs.remove([sha256], Date.now() + 60_000);
    await assert.rejects(blobs.get(sha256));
  });
});

async function piecesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) {
    all.push(piece.slice());
  }
  return Buffer.concat(all);
}

async function store() {
  const directory = await temporaryDirectory();
  return {
    blobs: createBlobStore(directory),
    path: (name: string) => join(directory, name.slice(0, 2), name),
    files: async () => (await readdir(directory, { recursive: true })).filter((name) => name.length > 2).sort(),
  };
}
