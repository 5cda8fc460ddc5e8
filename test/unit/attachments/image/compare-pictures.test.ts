import assert from 'node:assert/strict';
import { comparePictures } from '../../../../src/attachments/image/compare-pictures';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';
import { MemoryBlobStore } from '../memory-blob-store';
import { MemoryDerivedForms } from '../memory-derived-forms';

describe('comparing stored pictures', function () {
  this.timeout(60_000);
  const media = useMediaService();

  it('stores the difference, and finds it again without comparing a second time', async () => {
    const blobs = new MemoryBlobStore();
    const derived = new MemoryDerivedForms();
    const { signal } = new AbortController();
    const stored = async (name: string) => ({
      ...(await blobs.put(demoPicture(name), 'image/png')),
      width: 1,
      height: 1,
    });
    const [first, second] = [await stored('error.png'), await stored('mock-up.png')];
    const made = await comparePictures(first, second, { media: media(), blobs, derived, signal });
    assert(made.differing > 0 && !made.same && made.scale === 1);
    assert.equal((await blobs.get(made.difference.sha256)).byteLength, made.difference.byteLength);

    const notAgain = { ...media(), comparePictures: () => assert.fail('It was compared again.') };
    assert.deepEqual(await comparePictures(first, second, { media: notAgain, blobs, derived, signal }), made);
  });
});
