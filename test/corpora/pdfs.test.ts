import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { AttachmentError } from '../../src/attachments/attachment-error';
import type { PrepareContext } from '../../src/attachments/attachment-services';
import { planAttachment } from '../../src/attachments/plan-attachment';
import { readAttachment } from '../../src/attachments/read-attachment';
import type { PdfAttachment, SentPart } from '../../src/shared/attachment/attachment';
import { pdfForms } from '../../src/shared/attachment/options';
import { MemoryBlobStore } from '../unit/attachments/memory-blob-store';
import { attachmentServices, prepareContext, seeing } from '../unit/attachments/services';
import { useMediaService } from '../unit/media-process/media-service-for-tests';
import { corporaFolder } from './support/corpora-folder';
import { findFiles, listFolder } from './support/find-files';
import { readCorpusFile } from './support/picture-corpora';
import { peakMegabytes, processorSeconds } from './support/process-use';

/** Megabytes that the media process may hold. */
const MAX_MEGABYTES = 1024;
/** Seconds of processor time for one step: three until a page is given up, and what is around them. */
const MAX_SECONDS = 4;

describe('PDFs of others', function () {
  this.timeout(120_000);
  const folder = corporaFolder();
  const files = pdfsIn(folder);
  const media = useMediaService({ idleMilliseconds: 600_000 });
  const outcomes: string[] = [];

  after(() => {
    const kinds = [...Map.groupBy(outcomes, (outcome) => outcome)].map(([kind, { length }]) => `${length} ${kind}`);
    const where = files ? `${files.length} files: ${kinds.sort().join(', ')}` : 'SKIPPED: there are none';
    console.log(`\nPDFs in ${folder}\n  ${where}`);
  });

  for (const file of files ?? []) {
    it(`${file} can be sent in every form, or is refused with a way on`, async () => {
      const name = path.posix.basename(file);
      const bytes = readCorpusFile(folder, file);
      const context = prepareContext(attachmentServices(media(), new MemoryBlobStore()));
      const measured = await measure(() => tried(async () => await readAttachment({ name, bytes }, context), name));
      if (typeof measured === 'string') {
        outcomes.push(measured);
        return;
      }
      assert(measured.kind === 'pdf' && measured.pageCount > 0);
      const came = [];
      for (const form of pdfForms) {
        came.push(await measure(() => tried(() => prepared({ ...measured, options: { form } }, context), name)));
      }
      came.push(
        await measure(() =>
          tried(() => prepared({ ...measured, options: { form: 'file', pages: '1' } }, context), name),
        ),
      );
      outcomes.push(came.every((one) => typeof one !== 'string') ? 'sent in every form' : 'sent in some forms');
      assert(
        came.some((one) => typeof one !== 'string'),
        'It can be sent in no form.',
      );
    });
  }

  if ((files ?? []).length === 0) {
    it(`are not in ${folder}`);
  }

  async function prepared(attachment: PdfAttachment, context: PrepareContext): Promise<PdfAttachment> {
    const planned = planAttachment(attachment, seeing);
    assert(planned.status === 'planned');
    const made = await planned.prepare(context);
    assert(made.kind === 'pdf' && made.parts.length > 0);
    for (const part of made.parts) {
      await assertWhole(part, context);
    }
    return made;
  }

  /** A copy of chosen pages opens again. */
  async function assertWhole(part: SentPart, { blobs }: PrepareContext): Promise<void> {
    assert('blob' in part);
    const bytes = await blobs.get(part.blob.sha256);
    assert.equal(bytes.byteLength, part.blob.byteLength);
    if (part.type === 'file') {
      assert.equal((await media().readPdf(bytes)).pages.length, part.pageCount);
    }
  }

  /** The process lives on, and took neither too long nor too much. */
  async function measure<T>(work: () => Promise<T>): Promise<T> {
    const pid = media().processId;
    const before = processorSeconds(pid);
    const result = await work();
    if (pid !== undefined) {
      assert.equal(media().processId, pid, 'The media process ended.');
      const seconds = (processorSeconds(pid) ?? 0) - (before ?? 0);
      assert(seconds <= MAX_SECONDS, `It took ${seconds} s.`);
      assert((peakMegabytes(pid) ?? 0) <= MAX_MEGABYTES, `The media process held ${peakMegabytes(pid)} MB.`);
    }
    return result;
  }
});

/** The result, or the kind of the refusal. Any other failure, and a refusal without name or way on, is thrown on. */
async function tried<T>(work: () => Promise<T>, fileName: string): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AttachmentError) || error.kind === 'crashed') {
      throw error;
    }
    assert(error.message.includes(fileName), `The file is not named: ${error.message}`);
    assert.match(error.message, /\b(Save|Attach|attach|Choose|Download|Type|Send)\b[^.]*\.$/);
    return error.kind;
  }
}

function pdfsIn(root: string): readonly string[] | undefined {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return undefined;
  }
  return listFolder(root, '.').folders.flatMap((name) =>
    findFiles(root, name).files.filter((file) => /\.pdf$/i.test(file)),
  );
}
