import assert from 'node:assert/strict';
import { unsentOriginals } from '../../../../src/features/chat-export/unsent-originals';
import { emptyEdit } from '../../../../src/shared/attachment/picture-edit';
import { pictureAttachment, putPicture, sampleChat } from './sample-chat';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';

describe('originals that an export would hold', () => {
  it('are counted where something else was sent, also in other versions, and not where an edited picture took their place', async () => {
    const picture = await putPicture(new MemoryBlobStore());
    const chat = sampleChat(picture);
    const [question] = chat.messages;
    assert(question?.role === 'user');
    assert.equal(unsentOriginals(chat), 0);

    const photo = pictureAttachment(
      { ...picture, sha256: '1'.repeat(64) },
      { parts: [{ type: 'image', blob: picture }] },
    );
    const other = { ...question, id: 'q2', attachments: [photo] };
    assert.equal(unsentOriginals({ ...chat, messages: [{ ...question, attachments: [photo] }] }), 1);
    assert.equal(unsentOriginals({ ...chat, forks: [{ parentId: '', branches: [[], [other]], current: 0 }] }), 1);

    const edited = { ...photo, edited: { picture, edit: emptyEdit(picture) } };
    assert.equal(unsentOriginals({ ...chat, messages: [{ ...question, attachments: [edited] }] }), 0);
  });
});
