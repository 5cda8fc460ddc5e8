import assert from 'node:assert/strict';
import { blobsOf } from '../../../../src/attachments/blobs-of';
import { MAX_PLAYED_BYTES } from '../../../../src/shared/limits';
import { readyAttachments, ShownAttachments } from '../../../../src/vscode/panel/shown-attachments';
import { imageAttachment, lastAnswer, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel, stop } from '../../conversation/scripted-model';
import { panelParts } from './panel-fixture';

describe('ShownAttachments', () => {
  it('gives the page thumbnails of what is in the tray and in the chat', async () => {
    const { attachments, sent, waiting } = await setUp();
    for (const image of [sent, waiting]) {
      const message = await attachments.blob(image.thumbnail.sha256);
      assert.equal(message?.mediaType, image.thumbnail.mediaType);
      assert.equal(Buffer.from(message?.bytes ?? []).toString(), `thumbnail of ${image.name}`);
    }
  });

  it('gives the page the sound of spoken answers that it may play', async () => {
    const { attachments, shown, blobs } = await setUp();
    const chat = await shown.get();
    const speak = async (byteLength: number, format: string) => {
      const bytes = new Uint8Array(byteLength).fill(7);
      const model = new ScriptedModel([{ type: 'audio', bytes, format, transcript: 'Hm.' }, stop]);
      await chat.send({ text: 'Say it', attachments: [], model });
      const sound = await attachments.sound(lastAnswer(chat).id);
      assert(sound);
      assert((await blobs.get(sound.sha256)).byteLength >= byteLength);
      return sound;
    };
    const sound = await speak(100, 'pcm16');
    const message = await attachments.blob(sound.sha256);
    assert.equal(message?.mediaType, 'audio/wav');
    assert.equal(message.bytes.constructor, Uint8Array);
    assert.equal(Buffer.from(message.bytes).toString('latin1', 0, 4), 'RIFF');
    assert.equal(await attachments.blob((await speak(MAX_PLAYED_BYTES + 1, 'mp3')).sha256), undefined);
    assert.equal(await attachments.blob((await speak(100, 'surprise')).sha256), undefined);
    await shown.open();
    assert.equal(await attachments.blob(sound.sha256), undefined);
  });

  it('gives it no other bytes: not what was sent, not the original, not a text', async () => {
    const { attachments, sent, waiting, note } = await setUp();
    const shownOnly = new Set([sent.thumbnail.sha256, waiting.thumbnail.sha256]);
    for (const sha256 of [sent, waiting, note].flatMap(blobsOf).filter((name) => !shownOnly.has(name))) {
      assert.equal(await attachments.blob(sha256), undefined);
    }
  });

  it('gives it nothing of other chats', async () => {
    const { attachments, shown, sent } = await setUp();
    await shown.open();
    assert.equal(await attachments.blob(sent.thumbnail.sha256), undefined);
    assert.equal(await attachments.find(sent.id), undefined);
  });

  it('gives it pictures that are made for it until another chat is shown, or for as long as each is allowed', async () => {
    const { attachments, sent, waiting } = await setUp();
    let isEdited = true;
    attachments.allow([sent.source]);
    attachments.allow([waiting.source], () => isEdited);
    assert(await attachments.blob(sent.source.sha256));
    attachments.forgetPictures();
    assert.equal(await attachments.blob(sent.source.sha256), undefined);
    assert(await attachments.blob(waiting.source.sha256));
    isEdited = false;
    assert.equal(await attachments.blob(waiting.source.sha256), undefined);
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
