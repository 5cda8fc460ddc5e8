import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { MAX_PLAYED_MEDIA_BYTES } from '../../../../src/shared/limits';
import type { HostMessage } from '../../../../src/shared/protocol';
import { sendRecording } from '../../../../src/vscode/panel/send-recording';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { openStores } from '../../store/chat-files';
import { temporaryDirectory } from '../../store/temporary-directory';

const bytes = randomBytes(9 * 1024 * 1024 + 17);

describe('sendRecording', () => {
  const collect = (takes = Number.POSITIVE_INFINITY) => {
    const posted: HostMessage[] = [];
    const post = (message: HostMessage): Promise<boolean> => Promise.resolve(posted.push(message) <= takes);
    return { posted, post };
  };

  it('sends all bytes in pieces, from a file and from memory', async () => {
    const { blobs: files } = openStores(await temporaryDirectory());
    for (const blobs of [files, new MemoryBlobStore()]) {
      const recording = await blobs.put(bytes, 'video/mp4');
      const { posted, post } = collect();
      await sendRecording(recording.sha256, { recording, blobs, post });
      const pieces = posted.map((message) => {
        assert(message.type === 'mediaLoaded' && message.mediaType === 'video/mp4');
        // Of a Buffer, or a part of a longer array, VS Code would make something else.
        assert(
          message.bytes.constructor === Uint8Array && message.bytes.buffer.byteLength === message.bytes.byteLength,
        );
        return message;
      });
      assert(Buffer.concat(pieces.map((piece) => piece.bytes)).equals(bytes));
      assert.deepEqual(
        pieces.map(({ offset, isLast }) => [offset, isLast]),
        [
          [0, false],
          [4_194_304, false],
          [8_388_608, true],
        ],
      );
    }
  });

  it('stops when the page is gone', async () => {
    const blobs = new MemoryBlobStore();
    const recording = await blobs.put(bytes, 'video/mp4');
    const { posted, post } = collect(1);
    await sendRecording(recording.sha256, { recording, blobs, post });
    assert.equal(posted.length, 2);
  });

  it('says why there is nothing to be played', async () => {
    const { blobs } = openStores(await temporaryDirectory());
    const sha256 = 'b'.repeat(64);
    const missing = { sha256, mediaType: 'video/mp4', byteLength: 10 };
    const large = { ...missing, byteLength: MAX_PLAYED_MEDIA_BYTES + 1 };
    for (const [recording, reason] of [
      [undefined, /not in the chat/],
      [missing, /not in the chat/],
      [large, /larger than the 128 MB/],
    ] as const) {
      const { posted, post } = collect();
      await sendRecording(sha256, { recording, blobs, post });
      const [message, ...more] = posted;
      assert(message?.type === 'mediaMissing' && more.length === 0);
      assert.match(message.reason, reason);
    }
  });

  it('tells the page too where the bytes are damaged', async () => {
    const { blobs } = openStores(await temporaryDirectory());
    const stored = await blobs.put(bytes, 'video/mp4');
    const { posted, post } = collect();
    const recording = { ...stored, byteLength: stored.byteLength + 1 };
    await assert.rejects(sendRecording(stored.sha256, { recording, blobs, post }), /shorter than it was/);
    const last = posted.at(-1);
    assert(last?.type === 'mediaMissing');
    assert.match(last.reason, /Attach it again/);
  });
});
