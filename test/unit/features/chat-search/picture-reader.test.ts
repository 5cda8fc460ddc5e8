import assert from 'node:assert/strict';
import { attachmentText } from '../../../../src/features/chat-search/attachment-text';
import { PictureReader } from '../../../../src/features/chat-search/picture-reader';
import { MediaError, type RecognizedText } from '../../../../src/media-process/media-service';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { MemoryDerivedForms } from '../../attachments/memory-derived-forms';
import { pictureAttachment, putPicture } from '../chat-export/sample-chat';

const box = { left: 0, top: 0, width: 50, height: 10 };
const words = [{ text: 'Exit', confidence: 90, box }];
const recognized: RecognizedText = {
  width: 100,
  height: 100,
  lines: [{ text: 'Exit', confidence: 90, block: 0, box, words }],
};

describe('the text in pictures of chats', () => {
  it('is read once, in the background, and known from then on', async () => {
    const { attachment, services, reader, calls } = await setting(() => Promise.resolve(recognized));
    assert.equal(await attachmentText(attachment, services), undefined);
    await readAll(reader, () => reader.read([attachment, attachment]));
    assert.equal(await attachmentText(attachment, services), 'Exit');
    await readAll(reader, () => reader.read([attachment]));
    assert.equal(calls(), 1);
  });

  it('is none where it can not be read, which is not tried again', async () => {
    const failing = () => Promise.reject(new MediaError('corrupt', 'It is damaged.'));
    const { attachment, services, reader, calls } = await setting(failing);
    await readAll(reader, () => reader.read([attachment]));
    await readAll(reader, () => reader.read([attachment]));
    assert.equal(await attachmentText(attachment, services), '');
    assert.equal(calls(), 1);
  });

  it('is found beside what was sent as text', async () => {
    const { attachment, services, blobs } = await setting(() => Promise.resolve(recognized));
    const blob = await blobs.put(Buffer.from('Stop'), 'text/plain');
    await services.derived.put({ source: attachment.source.sha256, form: 'textInPicture' }, 'Exit');
    const both = { ...attachment, parts: [...attachment.parts, { type: 'text', blob }] as const };
    assert.equal(await attachmentText(both, services), 'Stop\nExit');
  });
});

async function setting(readText: () => Promise<RecognizedText>) {
  const blobs = new MemoryBlobStore();
  const derived = new MemoryDerivedForms();
  let count = 0;
  const media = {
    readText: () => {
      count += 1;
      return readText();
    },
  };
  const reader = new PictureReader({ media, blobs, derived, onError: (error) => assert.fail(String(error)) });
  const attachment = pictureAttachment(await putPicture(blobs));
  return { blobs, attachment, services: { blobs, derived }, reader, calls: () => count };
}

async function readAll(reader: PictureReader, begin: () => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = reader.onRead(() => {
      if (!reader.isReading) {
        subscription.dispose();
        resolve();
      }
    });
    begin();
  });
}
