import assert from 'node:assert/strict';
import { knownText } from '../../../src/attachments/known-text';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import { blobOf, pagedFile, picture, textFile } from '../conversation/fitting/attachments';
import { MemoryDerivedForms } from './memory-derived-forms';

describe('the text that is known of an attachment', () => {
  it('is that of all pieces of a picture, else that of the picture as it was attached', async () => {
    const derived = new MemoryDerivedForms();
    const image = picture('a.png');
    const piece = { type: 'image', blob: { ...blobOf('piece', 1), width: 1, height: 1 } } as const;
    const cut = { ...image, parts: [...image.parts, piece] };
    await derived.put({ source: image.source.sha256, form: 'recognizedText' }, 'One');
    assert.equal(await knownText(cut, derived), 'One');
    await derived.put({ source: piece.blob.sha256, form: 'recognizedText' }, 'Two');
    assert.equal(await knownText(cut, derived), 'One\n\nTwo');
  });

  it('is that of the chosen pages of a PDF', async () => {
    const derived = new MemoryDerivedForms();
    const file = pagedFile('spec.pdf');
    const key = { source: file.source.sha256, form: 'pdfTexts' };
    await derived.put({ ...key, settings: { pages: '1-9' } }, ['All', 'of it']);
    await derived.put({ ...key, settings: { pages: '2' } }, ['Second']);
    assert.equal(await knownText(file, derived), 'All\n\nof it');
    assert.equal(await knownText({ ...file, options: { pages: '2' } }, derived), 'Second');
  });

  it('is the transcript of a sound', async () => {
    const sound: AudioAttachment = {
      kind: 'audio',
      id: 's',
      name: 'call.mp3',
      source: blobOf('call.mp3', 9),
      seconds: 9,
      parts: [],
      reasons: [],
      options: { transcript: 'Hello.' },
    };
    assert.equal(await knownText(sound, new MemoryDerivedForms()), 'Hello.');
  });

  it('is none where nothing was made before', async () => {
    const derived = new MemoryDerivedForms();
    for (const attachment of [picture('a.png'), pagedFile('a.pdf'), textFile('a.txt', 9)]) {
      assert.equal(await knownText(attachment, derived), undefined);
    }
  });
});
