import assert from 'node:assert/strict';
import { readyAttachments, ShownAttachments } from '../../../../src/vscode/panel/shown-attachments';
import { imageAttachment, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel } from '../../conversation/scripted-model';
import { panelParts } from './panel-fixture';

describe('ShownAttachments', () => {
  it('gives the page thumbnails of what is in the tray and in the chat', async () => {
    const { attachments, sent, waiting } = await setUp();
    for (const image of [sent, waiting]) {
      const message = await attachments.thumbnail(image.thumbnail.sha256);
      assert.equal(message?.mediaType, image.thumbnail.mediaType);
      assert.equal(Buffer.from(message?.bytes ?? []).toString(), `thumbnail of ${image.name}`);
    }
  });

  it('gives it no other bytes: not what was sent, not the original, not a text', async () => {
    const { attachments, sent, waiting, note } = await setUp();
    for (const { sha256 } of [sent.prepared, sent.source, waiting.prepared, waiting.source, note.source]) {
      assert.equal(await attachments.thumbnail(sha256), undefined);
    }
  });

  it('gives it nothing of other chats', async () => {
    const { attachments, shown, sent } = await setUp();
    await shown.open();
    assert.equal(await attachments.thumbnail(sent.thumbnail.sha256), undefined);
    assert.equal(await attachments.find(sent.id), undefined);
  });

  it('finds attachments by their identifier', async () => {
    const { attachments, sent, waiting } = await setUp();
    assert.deepEqual(await attachments.find(sent.id), sent);
    assert.deepEqual(await attachments.find(waiting.id), waiting);
    assert.equal(await attachments.find('another'), undefined);
  });

  it('counts only what is ready as attached', async () => {
    const { tray, waiting } = await setUp();
    tray.add([{ name: 'late.txt', bytes: Buffer.from('late') }]);
    assert.deepEqual(
      readyAttachments(tray).map(({ id }) => id),
      [waiting.id],
    );
  });
});

/** A picture and a note in the chat, and another picture in the tray. */
async function setUp() {
  const parts = await panelParts();
  const { shown, tray, blobs } = parts;
  const sent = await imageAttachment(blobs, 'sent.png');
  const note = await textAttachment(blobs, { name: 'note.txt', content: 'Note.' });
  const chat = await shown.get();
  await chat.send({ text: 'Look', attachments: [sent, note], model: new ScriptedModel(answer('Yes.')) });
  const waiting = await imageAttachment(blobs, 'waiting.png');
  tray.restore([waiting]);
  return { ...parts, attachments: new ShownAttachments(parts), sent, waiting, note };
}
