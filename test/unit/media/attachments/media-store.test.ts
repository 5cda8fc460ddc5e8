import assert from 'node:assert/strict';
import { MediaStore, type Recording } from '../../../../media/attachments/media-store';

const piece = (offset: number, text: string, isLast: boolean) =>
  ({
    type: 'mediaLoaded',
    sha256: 'a',
    mediaType: 'video/mp4',
    offset,
    bytes: new Uint8Array(Buffer.from(text)),
    isLast,
  }) as const;

describe('MediaStore', () => {
  it('asks once for what several use, and joins its pieces', async () => {
    const asked: string[] = [];
    const store = new MediaStore((sha256) => asked.push(sha256));
    const heard: Recording[] = [];
    store.use('a', (recording) => heard.push(recording));
    store.use('a', (recording) => heard.push(recording));
    store.accept(piece(0, 'abc', false));
    // Sent twice, where a page asked twice.
    store.accept(piece(0, 'abc', false));
    store.accept(piece(3, 'de', true));
    store.use('a', (recording) => heard.push(recording));
    assert.deepEqual(asked, ['a']);
    const [first] = heard;
    assert(first?.status === 'loaded' && heard.length === 3 && heard.every((recording) => recording === first));
    assert.equal(await first.blob.text(), 'abcde');
    assert.equal(first.blob.type, 'video/mp4');
  });

  it('takes nothing that was not asked for, or is neither sound nor video', () => {
    const store = new MediaStore(() => undefined);
    const heard: Recording[] = [];
    store.accept(piece(0, 'abc', true));
    store.use('a', (recording) => heard.push(recording));
    store.accept({ ...piece(0, '<p>', true), mediaType: 'text/html' });
    assert.deepEqual(heard, []);
  });

  it('passes on why there is nothing', () => {
    const store = new MediaStore(() => undefined);
    const heard: Recording[] = [];
    store.use('a', (recording) => heard.push(recording));
    store.accept({ type: 'mediaMissing', sha256: 'a', reason: 'It is gone.' });
    assert.deepEqual(heard, [{ status: 'missing', reason: 'It is gone.' }]);
  });
});
