import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { AttachmentError } from '../../../src/attachments/attachment-error';
import type { AttachmentErrorKind } from '../../../src/attachments/attachment-error';
import { basePicture } from '../../../src/attachments/image/base-picture';
import { viewablePicture } from '../../../src/attachments/image/viewable-picture';
import type { NewAttachment } from '../../../src/attachments/new-attachment';
import { planAttachment } from '../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../src/attachments/read-attachment';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import { useMediaService } from '../media-process/media-service-for-tests';
import { bitmap16 } from '../media-process/picture-files';
import { demoPicture, pngHeader } from '../media-process/pictures';
import { MemoryBlobStore } from './memory-blob-store';
import { attachmentServices, prepareContext, seeing } from './services';

describe('attaching', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const blobs = new MemoryBlobStore();
  const attach = async (file: NewAttachment, signal?: AbortSignal): Promise<Attachment> => {
    const context = prepareContext(attachmentServices(media(), blobs), signal);
    const planned = planAttachment(await readAttachment(file, context), seeing);
    assert(planned.status === 'planned');
    return await planned.prepare(context);
  };

  it('a picture stores its bytes, what is sent, and a thumbnail', async () => {
    const bytes = demoPicture('error.png');
    const attachment = await attach({ name: 'error.png', bytes, origin: 'file:///demo/error.png' });
    assert(attachment.kind === 'image');
    const { source, parts, thumbnail } = attachment;
    const [part] = parts;
    assert(part?.type === 'image');
    const prepared = part.blob;
    assert(Buffer.from(await blobs.get(source.sha256)).equals(bytes));
    assert.deepEqual([source.width, source.height, source.mediaType], [1440, 900, 'image/png']);
    assert.deepEqual([prepared.width, prepared.height, prepared.mediaType], [1229, 768, 'image/png']);
    assert.equal((await blobs.get(prepared.sha256)).byteLength, prepared.byteLength);
    assert.deepEqual([thumbnail.width, thumbnail.mediaType], [256, 'image/webp']);
    assert.deepEqual(
      [attachment.id, attachment.name, attachment.origin],
      ['one', 'error.png', 'file:///demo/error.png'],
    );
  });

  it('a picture goes by its bytes, not by its name', async () => {
    const attachment = await attach({ name: 'notes.txt', bytes: demoPicture('harbor.jpg') });
    assert(attachment.kind === 'image' && attachment.source.mediaType === 'image/jpeg');
  });

  it('a photo of 108 megapixels keeps its size, and is shown, edited and sent in fewer pixels', async () => {
    const background = '#336699';
    const bytes = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const attachment = await attach({ name: 'IMG_0001.jpg', bytes });
    assert(attachment.kind === 'image');
    assert.deepEqual([attachment.source.width, attachment.source.height], [12_000, 9_000]);
    assert.match(attachment.reasons.join(), /^Scaled from 12000 × 9000 to 1024 × 768: the model looks at no more\.$/);
    const services = prepareContext(attachmentServices(media(), blobs));
    for (const shown of [
      await viewablePicture(attachment.source, services),
      await basePicture({ ...attachment, name: 'IMG_0001.jpg' }, services),
    ]) {
      assert.deepEqual([shown.width, shown.height], [8_164, 6_123]);
    }
  });

  it('a text stores it as UTF-8, whatever it was written in', async () => {
    for (const bytes of [
      Buffer.from('\ufeffcafé', 'utf16le'),
      Buffer.from('\ufeffcafé'),
      Buffer.from('caf\xe9', 'latin1'),
    ]) {
      const attachment = await attach({ name: 'menu.txt', bytes });
      assert(attachment.kind === 'text');
      assert.equal(Buffer.from(await blobs.get(attachment.source.sha256)).toString(), 'café');
      assert.equal(attachment.languageId, 'plaintext');
    }
  });

  it('a selection keeps its language and lines', async () => {
    const attachment = await attach({
      name: 'cart.js',
      bytes: Buffer.from('return 1;'),
      languageId: 'javascript',
      lines: { first: 3, last: 3 },
    });
    assert(attachment.kind === 'text');
    assert.deepEqual([attachment.languageId, attachment.lines], ['javascript', { first: 3, last: 3 }]);
    assert.equal(attachment.wholeBytes, undefined);
  });

  it('a text of more than 1 MB sends its beginning and its end, and says what is left out', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index},ä,some words\n`);
    const attachment = await attach({ name: 'orders.csv', bytes: Buffer.from(lines.join('')), languageOfName: 'csv' });
    assert(attachment.kind === 'text');
    assert.equal(attachment.languageId, 'csv');
    assert.equal(attachment.wholeBytes, Buffer.byteLength(lines.join('')));
    const text = Buffer.from(await blobs.get(attachment.source.sha256)).toString();
    const [, before = '', count = '', after = ''] =
      /^([^]*)\[([\d,]+) lines \([\d.]+ MB\) left out here\]\n([^]*)$/.exec(text) ?? [];
    const sent = [...before.split(/(?<=\n)/), ...after.split(/(?<=\n)/)];
    const known = new Set(lines);
    assert(sent.every((line) => known.has(line)));
    assert.equal(sent.length + Number(count.replaceAll(',', '')), lines.length);
    assert.match(
      attachment.reasons.join(' '),
      /lines \([\d.]+ MB\) in its middle are left out\. .*attach the selection/,
    );
  });

  it('a text that is one endless line is cut between characters', async () => {
    for (const bytes of [Buffer.from('äö'.repeat(400_000)), Buffer.from('\ufeff' + 'äö'.repeat(400_000), 'utf16le')]) {
      const attachment = await attach({ name: 'data.json', bytes });
      assert(attachment.kind === 'text');
      const text = Buffer.from(await blobs.get(attachment.source.sha256)).toString();
      assert.match(text, /^[äö]+\n\[1\.3 MB left out here\]\n[äö]+$/);
    }
  });

  it('a text keeps the hash of its file, to be compared with it when it is sent', async () => {
    const bytes = Buffer.from('\ufeffcafé', 'utf16le');
    const attachment = await attach({ name: 'menu.txt', bytes, origin: 'file:///menu.txt', isWholeFile: true });
    assert.equal(attachment.fileSha256, createHash('sha256').update(bytes).digest('hex'));
  });

  const refused: readonly (readonly [string, Uint8Array, AttachmentErrorKind, RegExp])[] = [
    ['an empty file', new Uint8Array(), 'empty', /is empty/],
    ['an archive', Buffer.from('Rar!\x1a\x07\x00'), 'unsupportedFormat', /a RAR archive.*a screenshot of it/],
    ['a compressed drawing', Buffer.from([0x1f, 0x8b, 8, 0]), 'unsupportedFormat', /Unpack it/],
    ['a picture of 65535 × 65535 pixels', pngHeader(65_535, 65_535), 'tooManyPixels', /megapixels/],
    ['a damaged picture', pngHeader(20, 20), 'corrupt', /damaged/],
    ['a PNG that was cut off', demoPicture('error.png').subarray(0, 5_000), 'corrupt', /damaged.*ends early/],
    ['a cut-off PNG of 108 megapixels', pngHeader(12_000, 9_000).subarray(0, 50), 'corrupt', /damaged.*ends early/],
    ['a bitmap of 12000 × 9000 pixels', hugeBitmap(), 'tooManyPixels', /at most 50 megapixels/],
    [
      'text that turns into bytes',
      Buffer.concat([Buffer.alloc(70_000, 'a'), Buffer.from([0xff, 0xfe])]),
      'unsupportedFormat',
      /binary/,
    ],
  ];
  for (const [what, bytes, kind, words] of refused) {
    it(`${what} fails with a sentence that names the file and the remedy`, async () => {
      await assert.rejects(attach({ name: 'thing.bin', bytes }), (error) => {
        assert(error instanceof AttachmentError);
        assert.equal(error.kind, kind);
        assert.match(error.message, /^"thing\.bin" can't be attached\. /);
        assert.match(error.message, words);
        return true;
      });
    });
  }

  it('that is not wanted any more throws the reason', async () => {
    const controller = new AbortController();
    const attaching = attach({ name: 'error.png', bytes: demoPicture('error.png') }, controller.signal);
    controller.abort(new Error('Removed.'));
    await assert.rejects(attaching, /Removed\./);
  });
});

/** Formats that are held as a whole may claim less. */
function hugeBitmap(): Buffer {
  const bytes = bitmap16();
  bytes.writeInt32LE(12_000, 18);
  bytes.writeInt32LE(9_000, 22);
  return bytes;
}
