import assert from 'node:assert/strict';
import { checkOptions } from '../../../../src/attachments/check-options';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../../src/attachments/read-attachment';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { ImageAttachment } from '../../../../src/shared/attachment/attachment';
import type { ImageOptions } from '../../../../src/shared/attachment/options';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture, quarters } from '../../media-process/pictures';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, prepareContext, seeing } from '../services';

describe('the options of a picture', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const blobs = new MemoryBlobStore();
  const unknown: ModelTarget = { ...seeing, model: 'something' };

  const attach = async (name: string, bytes = demoPicture(name)): Promise<ImageAttachment> => {
    const attachment = await readAttachment({ name, bytes }, prepareContext(attachmentServices(media(), blobs)));
    assert(attachment.kind === 'image');
    return attachment;
  };
  const prepare = async (
    attachment: ImageAttachment,
    options: ImageOptions = {},
    target = unknown,
  ): Promise<ImageAttachment> => {
    const planned = planAttachment({ ...attachment, options }, target);
    assert(planned.status === 'planned');
    const prepared = await planned.prepare(prepareContext(attachmentServices(media(), blobs)));
    assert(prepared.kind === 'image');
    return prepared;
  };

  it('say why something else is sent than what was attached, and nothing where nothing is', async () => {
    const chart = await attach('error.png');
    assert.deepEqual((await prepare(chart)).reasons, []);
    assert.deepEqual((await prepare(chart, {}, seeing)).reasons, [
      'Scaled from 1440 × 900 to 1229 × 768: the model looks at no more.',
    ]);
    assert.match((await prepare(chart, { size: 'small' })).reasons.join(), /^Scaled from .* as you chose\.$/);
    assert.deepEqual((await prepare(chart, { size: 'original' })).reasons, [
      'Sent as it is, only without its metadata.',
    ]);
    assert.match(
      (await prepare(chart, { tiles: true }, seeing)).reasons.join(),
      /^Cut into \d parts that overlap.* readable\.$/,
    );
    const lying = await attach('lying.jpg', await quarters(6));
    assert.match((await prepare(lying, { size: 'original' })).reasons.join(), /^Encoded anew .* lying or mirrored/);
    const limited = { ...unknown, capabilities: { images: { bytes: 30_000 } } };
    assert.match(
      (await prepare(await attach('harbor.jpg'), {}, limited)).reasons.join(),
      /the model takes at most 29 KB a picture\.$/,
    );
  });

  it('say how much of an animation or a document is sent', async () => {
    const brewing = await attach('brewing.gif');
    assert.deepEqual((await prepare(brewing)).reasons, ['9 of its 14 frames on one picture.']);
    const note = await attach('delivery-note.tiff');
    assert.deepEqual((await prepare(note)).reasons, []);
    assert.equal((await prepare(note)).parts.length, 2);
    assert.deepEqual((await prepare(note, { frames: 'sheet' })).reasons, ['Its 2 pages on one picture.']);
    const one = { ...unknown, capabilities: { images: { count: 1 } } };
    assert.match((await prepare(note, {}, one)).reasons.join(), /^The first 1 of 2 pages/);
  });

  it('let an animation go as it is, without the label of a sheet', async () => {
    const brewing = await attach('brewing.gif');
    const { parts, reasons } = await prepare(brewing, { size: 'original' });
    assert.deepEqual(reasons, [
      'Sent as it is, only without its metadata. Many models look only at the first frame of an animation.',
    ]);
    const [part, ...more] = parts;
    assert(part?.type === 'image' && more.length === 0);
    assert.deepEqual([part.blob.mediaType, part.label], ['image/gif', undefined]);
    const pngOnly = { ...unknown, capabilities: { images: { formats: ['image/png'] } } };
    const [sheet] = (await prepare(brewing, { size: 'original' }, pngOnly)).parts;
    assert(sheet?.type === 'image' && sheet.blob.mediaType === 'image/png');
    assert.match(sheet.label ?? '', /^Frames of brewing\.gif, in rows/);
  });

  it('go with each picture that is sent', async () => {
    const { parts } = await prepare(await attach('chart.png'), { detail: 'low', format: 'webp' });
    assert(parts[0]?.type === 'image');
    assert.deepEqual([parts[0].detail, parts[0].blob.mediaType], ['low', 'image/webp']);
  });

  it('are those of a picture, and within what it has', async () => {
    const [chart, brewing] = [await attach('chart.png'), await attach('brewing.gif')];
    const reason = (attachment: ImageAttachment, options: object): string | undefined => {
      const checked = checkOptions(attachment, options);
      return checked.status === 'refused' ? checked.reason : undefined;
    };
    for (const options of [{}, { detail: 'high', size: 'small', tiles: false, format: 'jpeg' }, { size: 'original' }]) {
      assert.equal(reason(chart, options), undefined);
    }
    assert.equal(reason(brewing, { frames: 'sheet' }), undefined);
    assert.equal(reason(brewing, { frames: [0, 13] }), undefined);
    for (const [options, words] of [
      [{ detail: 'huge' }, /no detail "huge"/],
      [{ size: 'large' }, /no size "large"/],
      [{ tiles: 'yes' }, /cut into parts or not/],
      [{ format: 'bmp' }, /no format "bmp"/],
      [{ pages: '1-3' }, /no option "pages"/],
      [{ frames: [0] }, /is a single picture/],
    ] as const) {
      assert.match(reason(chart, options) ?? '', words);
    }
    for (const frames of [[], [14], [-1], [0.5], [1, 1], 'all', ['0']]) {
      assert.match(reason(brewing, { frames }) ?? '', /"brewing\.gif"/);
    }
  });
});
