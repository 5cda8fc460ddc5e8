import assert from 'node:assert/strict';
import { AttachmentError } from '../../../../src/attachments/attachment-error';
import { checkOptions } from '../../../../src/attachments/check-options';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../../src/attachments/read-attachment';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { Attachment, DocumentAttachment } from '../../../../src/shared/attachment/attachment';
import type { DocumentOptions } from '../../../../src/shared/attachment/options';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { compoundFile, demoDocument, withParts } from '../../media-process/office-files';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, builtIn, prepareContext, seeing } from '../services';

const blind: ModelTarget = { ...seeing, capabilities: { input: { image: false } } };

describe('attaching a document', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const blobs = new MemoryBlobStore();

  const attach = async (name: string, bytes: Uint8Array): Promise<DocumentAttachment> => {
    const attachment = await readAttachment({ name, bytes }, prepareContext(attachmentServices(media(), blobs)));
    assert(attachment.kind === 'document');
    return attachment;
  };
  const prepare = async (attachment: Attachment, target: ModelTarget): Promise<Attachment> => {
    const planned = planAttachment(attachment, target);
    assert(planned.status === 'planned');
    assert.deepEqual(JSON.parse(JSON.stringify(planned.plan)), planned.plan);
    return await planned.prepare(prepareContext(attachmentServices(media(), blobs)));
  };
  const shown = async ({ parts }: Attachment): Promise<readonly string[]> =>
    await Promise.all(
      parts.map(async (part) => {
        if (part.type === 'image') {
          return `${part.label} ${part.blob.width} × ${part.blob.height}`;
        }
        assert(part.type === 'text');
        return Buffer.from(await blobs.get(part.blob.sha256)).toString();
      }),
    );

  it('tells what it is and how many pictures are in it', async () => {
    const attachment = await attach('report.docx', demoDocument('report.docx'));
    assert.equal(attachment.format, 'Word document');
    assert.equal(attachment.pictureCount, 2);
  });

  it('goes by its bytes, whatever it is called', async () => {
    assert.equal((await attach('table.zip', demoDocument('figures.xlsx'))).format, 'Excel workbook');
    assert.equal((await attach('talk', demoDocument('slides.pptx'))).format, 'PowerPoint presentation');
  });

  it('sends text and pictures in their order to a model that sees', async () => {
    const prepared = await prepare(await attach('report.docx', demoDocument('report.docx')), seeing);
    const [first, chart, second, harbor, third] = await shown(prepared);
    assert.match(first ?? '', /^report\.docx:\n```markdown\n# What happened in July\n[^]*far below the others\]\n```$/);
    assert.equal(chart, 'Picture 1 in report.docx: 640 × 400');
    assert.match(second ?? '', /^report\.docx, continued:\n```markdown\n# What to do\n/);
    assert.equal(harbor, 'Picture 2 in report.docx: 480 × 320');
    assert.match(third ?? '', /Footnote/);
    assert.deepEqual(prepared.reasons, [
      'Its text is sent as Markdown, with headings, lists and tables.',
      'Its 2 pictures are sent where they belong.',
    ]);
  });

  it('sends its text alone to a model that sees nothing, and says so', async () => {
    const prepared = await prepare(await attach('report.docx', demoDocument('report.docx')), blind);
    const [text, ...others] = await shown(prepared);
    assert.deepEqual(others, []);
    assert.match(text ?? '', /\[Picture 1: Bar chart[^]*# What to do[^]*Footnote 1/);
    assert.match(prepared.reasons.join(' '), /2 pictures are left out, for the model takes no pictures/);
  });

  it('sends its text alone when the person wants no pictures', async () => {
    const attachment = await attach('analysis.ipynb', demoDocument('analysis.ipynb'));
    const prepared = await prepare({ ...attachment, options: { pictures: false } }, seeing);
    assert.equal(prepared.parts.length, 1);
    assert.match(prepared.reasons.join(' '), /2 pictures are left out, as you chose/);
  });

  it('has pictures for the built-in reader, and another plan where they are sent otherwise', async () => {
    const attachment = await attach('slides.pptx', demoDocument('slides.pptx'));
    const plans = [seeing, builtIn, blind].map((target) => {
      const planned = planAttachment(attachment, target);
      assert(planned.status === 'planned');
      return JSON.stringify(planned.plan);
    });
    assert.equal(new Set(plans).size, 3);
    assert.equal((await prepare(attachment, builtIn)).parts.filter(({ type }) => type === 'image').length, 1);
  });

  it('leaves out a damaged picture and says which', async () => {
    const bytes = withParts(demoDocument('slides.pptx'), {
      'ppt/media/image-2-1.png': Buffer.from('\x89PNG\r\n\x1a\nno'),
    });
    const prepared = await prepare(await attach('slides.pptx', bytes), seeing);
    assert.equal(prepared.parts.length, 1);
    assert.match(prepared.reasons.join(' '), /"Picture 1 in slides\.pptx" can't be attached/);
  });

  it('leaves out drawings that nothing here can show, and says so', async () => {
    const emf = Buffer.alloc(128);
    emf.writeUInt32LE(1, 0);
    emf.write(' EMF', 40, 'latin1');
    const bytes = withParts(demoDocument('slides.pptx'), { 'ppt/media/image-2-1.png': emf });
    const prepared = await prepare(await attach('slides.pptx', bytes), seeing);
    assert.match((await shown(prepared)).join(''), /\[A picture in the format EMF, left out: Orders by month\]/);
    assert.match(prepared.reasons.join(' '), /its format EMF can't be shown here/);
  });

  it('takes only JSON with the name and the cells of a notebook for one', async () => {
    const context = prepareContext(attachmentServices(media(), blobs));
    for (const [name, text] of [
      ['package.json', '{"cells": []}'],
      ['notes.ipynb', 'cells'],
    ] as const) {
      assert.equal((await readAttachment({ name, bytes: Buffer.from(text) }, context)).kind, 'text');
    }
  });

  it('that is encrypted or of before 2007 fails with a sentence that names the file and the remedy', async () => {
    for (const [stream, words] of [
      ['EncryptedPackage', /^"old\.doc" can't be attached\. It is encrypted\. .*take its password away/],
      ['WordDocument', /^"old\.doc" can't be attached\. .*save it as \.docx/],
    ] as const) {
      await assert.rejects(attach('old.doc', compoundFile(stream)), (error) => {
        assert(error instanceof AttachmentError);
        assert.match(error.message, words);
        return true;
      });
    }
  });

  it('refuses options that are not those of a document', async () => {
    const attachment = await attach('slides.pptx', demoDocument('slides.pptx'));
    assert.deepEqual(checkOptions(attachment, { pictures: false }), { status: 'valid', options: { pictures: false } });
    const wrong: readonly unknown[] = [{ pictures: 'all' }, { pages: '1' }];
    for (const options of wrong) {
      // As it may come from a page.
      assert.equal(checkOptions(attachment, options as DocumentOptions).status, 'refused');
    }
  });
});
