import assert from 'node:assert/strict';
import { MediaError } from '../../../../src/media-process/media-service';
import type { BlobReference } from '../../../../src/shared/blob';
import { MAX_PLAYED_MEDIA_BYTES } from '../../../../src/shared/limits';
import type { HostMessage } from '../../../../src/shared/protocol';
import { PageDecoding } from '../../../../src/vscode/panel/page-decoding';

const source: BlobReference = { sha256: 'a'.repeat(64), mediaType: 'video/mp4', byteLength: 1_000 };
const request = { times: [1, 2], maxLongSide: 100 };

describe('PageDecoding', () => {
  const setUp = ({ isThere = true, hasStarted = true } = {}) => {
    const posted: HostMessage[] = [];
    const decoding = new PageDecoding((message) => {
      posted.push(message);
      return Promise.resolve(isThere);
    });
    if (hasStarted) {
      decoding.pageStarted();
    }
    const controller = new AbortController();
    const options = { signal: controller.signal };
    /** The request that the page was sent last. */
    const asked = () => {
      const message = posted.at(-1);
      assert(message?.type === 'decodingRequested');
      return message;
    };
    return { posted, decoding, controller, options, asked };
  };
  const isMissing = (error: unknown): boolean => error instanceof MediaError && error.kind === 'codecMissing';

  it('asks the page, and gives what it answers', async () => {
    const { decoding, options, asked } = setUp();
    const frames = decoding.frames(source, request, options);
    assert.deepEqual(asked().task, { type: 'frames', sha256: source.sha256, mediaType: 'video/mp4', ...request });
    assert.deepEqual(decoding.source(source.sha256), source);
    decoding.finish('another', { type: 'failed', reason: 'this is not meant' });
    const pictures = [new Uint8Array([1]), new Uint8Array([2])];
    decoding.finish(asked().requestId, { type: 'frames', pictures });
    assert.deepEqual(await frames, [{ bytes: pictures[0] }, { bytes: pictures[1] }]);
    assert.equal(decoding.source(source.sha256), undefined);
    const sound = decoding.sound(source, 16_000, options);
    decoding.finish(asked().requestId, { type: 'sound', samples: new Float32Array(3) });
    assert.equal((await sound).length, 3);
  });

  it('leaves it to something else where the page can not, or answers something else', async () => {
    const { decoding, options, asked } = setUp();
    for (const outcome of [
      { type: 'failed', reason: 'the browser lacks the codec hevc' },
      { type: 'frames', pictures: [new Uint8Array()] },
      { type: 'sound', samples: new Float32Array() },
    ] as const) {
      const frames = decoding.frames(source, request, options);
      decoding.finish(asked().requestId, outcome);
      await assert.rejects(frames, isMissing);
    }
  });

  it('does not wait for a page that is hidden, loaded anew or closed', async () => {
    const hidden = setUp({ isThere: false });
    await assert.rejects(hidden.decoding.frames(source, request, hidden.options), isMissing);
    const { decoding, options } = setUp();
    const first = decoding.frames(source, request, options);
    decoding.pageStarted();
    await assert.rejects(first, isMissing);
    const second = decoding.frames(source, request, options);
    decoding.dispose();
    await assert.rejects(second, isMissing);
  });

  it('waits for the page of a panel that was only just opened', async () => {
    const { decoding, options, posted, asked } = setUp({ hasStarted: false });
    const sound = decoding.sound(source, 16_000, options);
    await Promise.resolve();
    assert.deepEqual(posted, []);
    decoding.pageStarted();
    await new Promise(setImmediate);
    decoding.finish(asked().requestId, { type: 'sound', samples: new Float32Array(3) });
    assert.equal((await sound).length, 3);
    const closed = setUp({ hasStarted: false });
    const frames = closed.decoding.frames(source, request, closed.options);
    closed.decoding.dispose();
    await assert.rejects(frames, isMissing);
    assert.deepEqual(closed.posted, []);
  });

  it('gives the page nothing that is too large for it', async () => {
    const { decoding, options, posted } = setUp();
    const large = { ...source, byteLength: MAX_PLAYED_MEDIA_BYTES + 1 };
    await assert.rejects(decoding.frames(large, request, options), isMissing);
    assert.deepEqual(posted, []);
  });

  it('tells the page when the answer is not wanted any more', async () => {
    const { decoding, options, controller, posted, asked } = setUp();
    const frames = decoding.frames(source, request, options);
    const { requestId } = asked();
    controller.abort(new Error('enough'));
    await assert.rejects(frames, /enough/);
    assert.deepEqual(posted.at(-1), { type: 'decodingCancelled', requestId });
  });
});
