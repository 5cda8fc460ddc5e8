import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { AttachmentError } from '../../../../src/attachments/attachment-error';
import type { PrepareContext } from '../../../../src/attachments/attachment-services';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../../src/attachments/read-attachment';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { PdfAttachment, SentPart } from '../../../../src/shared/attachment/attachment';
import type { PdfOptions } from '../../../../src/shared/attachment/options';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, builtIn, prepareContext, seeing } from '../services';

const reading: ModelTarget = { ...seeing, capabilities: { input: { pdf: true, image: true } } };

describe('a PDF that is attached', function () {
  this.timeout(120_000);
  const media = useMediaService();
  let blobs: MemoryBlobStore;
  let context: PrepareContext;

  beforeEach(() => {
    blobs = new MemoryBlobStore();
    context = prepareContext(attachmentServices(media(), blobs));
  });

  async function read(name: string): Promise<PdfAttachment> {
    const attachment = await readAttachment({ name, bytes: readFileSync(`test/fixtures/pdf/${name}`) }, context);
    assert(attachment.kind === 'pdf');
    return attachment;
  }

  async function prepare(attachment: PdfAttachment, target: ModelTarget, options: PdfOptions = {}) {
    const planned = planAttachment({ ...attachment, options }, target);
    assert(planned.status === 'planned');
    assert.deepEqual(JSON.parse(JSON.stringify(planned.plan)), planned.plan);
    return await planned.prepare(context);
  }

  async function textOf(part: SentPart | undefined): Promise<string> {
    assert(part?.type === 'text');
    return new TextDecoder().decode(await blobs.get(part.blob.sha256));
  }

  it('is known with its pages and a small picture', async () => {
    const { pageCount, scannedPages, figurePages, thumbnail, parts } = await read('handbook.pdf');
    assert.deepEqual([pageCount, scannedPages, figurePages, parts], [12, [7], [4], []]);
    assert.equal(thumbnail?.height, 320);
  });

  it('is sent as text with numbered pages, and pictures of those that are more than text', async () => {
    const { parts } = await prepare(await read('handbook.pdf'), seeing);
    const text = await textOf(parts[0]);
    assert.match(text, /^handbook\.pdf \(12 of 12 pages, cite pages as "p\. 1"\):\n```\n\[Page 1\]\nThe handbook/);
    assert.match(text, /\[Page 3\]\nBeans\nYirgacheffe/);
    assert.match(text, /\[Page 7, also as a picture\]\n\(no text\)/);
    const pictures = parts.flatMap((part) => (part.type === 'image' ? [part] : []));
    assert.deepEqual(
      pictures.map(({ label, place }) => [label, place]),
      [
        ['Page 4 of handbook.pdf:', { page: 4 }],
        ['Page 7 of handbook.pdf:', { page: 7 }],
      ],
    );
    const { width } = await sharp(await blobs.get(pictures[0]?.blob.sha256 ?? '')).metadata();
    assert.equal(width, pictures[0]?.blob.width);
  });

  it('is sent as a file with the chosen pages alone, whose numbers the model is told', async () => {
    const { parts } = await prepare(await read('handbook.pdf'), reading, { pages: '3, 5-6' });
    assert.match(await textOf(parts[0]), /^handbook\.pdf holds pages 3, 5-6 of the original\./);
    const file = parts[1];
    assert(file?.type === 'file');
    assert.equal(file.pageCount, 3);
    assert.equal((await media().readPdf(await blobs.get(file.blob.sha256))).pages.length, 3);
  });

  it('is sent as it is where all of it is sent', async () => {
    const attachment = await read('handbook.pdf');
    const { parts } = await prepare(attachment, reading);
    assert.deepEqual(parts.at(-1), { type: 'file', blob: attachment.source, name: 'handbook.pdf', pageCount: 12 });
  });

  it('has its scans read where nothing but text is taken', async () => {
    const { parts, reasons } = await prepare(await read('scans.pdf'), builtIn);
    const text = await textOf(parts[0]);
    assert.equal(parts.length, 1);
    assert.match(text, /^scans\.pdf \(2 of 2 pages\):\n/);
    assert.match(text, /\[Page 1, read from a scan\]\n[^]*Invoice 2024-117/);
    assert.match(text, /Ottoline/);
    assert.match(reasons.join(' '), /read on this machine, which can make mistakes/);
  });

  it('that is encrypted asks for its password, which is not kept', async () => {
    await assert.rejects(
      read('locked.pdf'),
      (error) => error instanceof AttachmentError && error.kind === 'passwordNeeded',
    );
    const { sha256 } = await blobs.put(readFileSync('test/fixtures/pdf/locked.pdf'), 'application/pdf');
    context.passwords.set(sha256, 'tea');
    await assert.rejects(
      read('locked.pdf'),
      (error) => error instanceof AttachmentError && error.kind === 'passwordWrong',
    );
    context.passwords.set(sha256, 'coffee');
    const attachment = await read('locked.pdf');
    const { parts } = await prepare(attachment, reading);
    const file = parts.at(-1);
    assert(file?.type === 'file');
    assert.equal((await media().readPdf(await blobs.get(file.blob.sha256))).isEncrypted, false);
    assert(!JSON.stringify(attachment).includes('coffee'));
  });

  it('is made once, whatever model it is for', async () => {
    const attachment = await read('handbook.pdf');
    await prepare(attachment, seeing);
    const idle = { ...context, media: { ...context.media, renderPages: refuse, readPageTexts: refuse } };
    const planned = planAttachment(attachment, seeing);
    assert(planned.status === 'planned');
    assert.equal((await planned.prepare(idle)).parts.length, 3);
  });
});

function refuse(): Promise<never> {
  return Promise.reject(new Error('It was made already.'));
}
