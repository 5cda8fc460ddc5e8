import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { AttachmentError } from '../../src/attachments/attachment-error';
import { planAttachment } from '../../src/attachments/plan-attachment';
import { readAttachment } from '../../src/attachments/read-attachment';
import type { Attachment, SentPart } from '../../src/shared/attachment/attachment';
import { MemoryBlobStore } from '../unit/attachments/memory-blob-store';
import { attachmentServices, prepareContext, seeing } from '../unit/attachments/services';
import { useMediaService } from '../unit/media-process/media-service-for-tests';
import { meanDifference } from '../unit/media-process/pictures';
import { corporaFolder } from './support/corpora-folder';
import { isDamagedOnPurpose, readCorpusFile, readPictureCorpora } from './support/picture-corpora';
import { PictureOutcomes } from './support/picture-outcomes';
import { peakMegabytes, processorSeconds } from './support/process-use';

/** Megabytes that the media process may hold. */
const MAX_MEGABYTES = 1024;
/** Seconds of processor time that a file may take: on an idle machine so much time passes at most. */
const MAX_SECONDS = 3;

describe('Pictures of others', function () {
  this.timeout(120_000);
  const folder = corporaFolder();
  const corpora = readPictureCorpora(folder);
  const outcomes = new PictureOutcomes();
  const media = useMediaService({ idleMilliseconds: 600_000 });
  const blobs = new MemoryBlobStore();

  before(async () => {
    // Decoders are loaded before anything is measured.
    await media().readImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'), {
      thumbnailSide: 8,
    });
  });

  after(() => console.log(`\n${outcomes.table(folder, corpora)}`));

  const attach = async (file: string): Promise<Attachment> => {
    const context = prepareContext(attachmentServices(media(), blobs));
    const name = path.posix.basename(file);
    const attachment = await readAttachment({ name, bytes: readCorpusFile(folder, file) }, context);
    if (attachment.kind !== 'image') {
      return attachment;
    }
    const planned = planAttachment(attachment, seeing);
    assert(planned.status === 'planned');
    return await planned.prepare(context);
  };

  for (const { name, files, isPngSuite, orientations } of corpora ?? []) {
    describe(name, () => {
      for (const file of files) {
        it(`${file} can be sent, or is refused with a way on`, async () => {
          const pid = media().processId;
          const before = processorSeconds(pid);
          const came = await outcomeOf(() => attach(file), path.posix.basename(file));
          assert.equal(media().processId, pid, 'The media process ended.');
          const after = processorSeconds(pid);
          const seconds = before === undefined || after === undefined ? undefined : after - before;
          outcomes.add(name, { came: isSent(came) ? came.kind : came, seconds });
          outcomes.sawPeak(peakMegabytes(pid));
          assert((seconds ?? 0) <= MAX_SECONDS, `It took ${seconds} s.`);
          assert((peakMegabytes(pid) ?? 0) <= MAX_MEGABYTES, `The media process held ${peakMegabytes(pid)} MB.`);
          if (isSent(came) && came.kind === 'image') {
            await assertSent(came, blobs);
          }
        });
      }

      if (isPngSuite) {
        for (const file of files.filter((one) => one.endsWith('.png'))) {
          it(`${file} ${isDamagedOnPurpose(file) ? 'is refused' : 'has the pixels that another decoder finds'}`, async () => {
            const bytes = readCorpusFile(folder, file);
            const box = { left: 0, top: 0, width: 1_000, height: 1_000 };
            if (isDamagedOnPurpose(file)) {
              await assert.rejects(media().cropImage(bytes, box), { name: 'MediaError' });
            } else {
              assertSamePixels(
                PNG.sync.read(Buffer.from((await media().cropImage(bytes, box)).bytes)),
                PNG.sync.read(bytes),
              );
            }
          });
        }
      }

      for (const scene of orientations) {
        it(`${scene[0]} and its turned versions show the same, upright and without a place`, async () => {
          const sent = await Promise.all(scene.map(async (file) => sentPicture(await attach(file), blobs)));
          const [first] = sent;
          assert(first);
          for (const [index, bytes] of sent.entries()) {
            assert((await meanDifference(bytes, first)) < 4, `${scene[index]} looks different.`);
            assert(!Buffer.from(bytes).includes('Exif'), `${scene[index]} has EXIF.`);
            assert.equal((await sharp(bytes).metadata()).exif, undefined);
          }
        });
      }
    });
  }

  if ((corpora ?? []).length === 0) {
    it(`are not in ${folder}`);
  }
});

/** The attachment, or the kind of the refusal. Any other failure, and a refusal without name or way on, is thrown on. */
async function outcomeOf(work: () => Promise<Attachment>, fileName: string): Promise<Attachment | string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AttachmentError) || error.kind === 'crashed' || error.kind === 'tooSlow') {
      throw error;
    }
    assert(error.message.includes(fileName), `The file is not named: ${error.message}`);
    assert.match(error.message, /\b(Save|Attach|Unpack|Choose|Install|Remove|Download|attach|save)\b[^.]*\.$/);
    return error.kind;
  }
}

function isSent(came: Attachment | string): came is Attachment {
  return typeof came !== 'string';
}

/** What the person can look at is what is sent, to the byte, at the size that is told. */
async function assertSent({ parts }: Attachment, blobs: MemoryBlobStore): Promise<void> {
  assert(parts.length > 0);
  for (const part of parts) {
    assert(part.type === 'image');
    const bytes = await blobs.get(part.blob.sha256);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), part.blob.sha256);
    const { width, height, exif, xmp } = await sharp(bytes).metadata();
    assert.deepEqual([width, height, exif, xmp], [part.blob.width, part.blob.height, undefined, undefined]);
  }
}

async function sentPicture({ parts }: Attachment, blobs: MemoryBlobStore): Promise<Uint8Array> {
  const [part] = parts.filter((one): one is Extract<SentPart, { type: 'image' }> => one.type === 'image');
  assert(part);
  return await blobs.get(part.blob.sha256);
}

/** Equal but for the rounding of 16 bits to 8; what is seen through has no colour. */
function assertSamePixels(actual: PNG, expected: PNG): void {
  assert.deepEqual([actual.width, actual.height], [expected.width, expected.height]);
  for (let index = 0; index < expected.data.length; index += 1) {
    const isClear = expected.data[index | 3] === 0 && (index & 3) !== 3;
    const difference = Math.abs((actual.data[index] ?? 0) - (expected.data[index] ?? 0));
    assert(isClear || difference <= 1, `Byte ${index} is ${actual.data[index]} instead of ${expected.data[index]}.`);
  }
}
