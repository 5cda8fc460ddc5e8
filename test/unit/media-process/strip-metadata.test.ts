import assert from 'node:assert/strict';
import sharp from 'sharp';
import { stripMetadata } from '../../../src/media-process/image/strip-metadata';
import { planAt, useMediaService } from './media-service-for-tests';
import { animatedPng } from './picture-files';
import { chunk, demoPicture, meanDifference, quarters } from './pictures';

const secret = 'Secret Person';

const tagged = () =>
  sharp(demoPicture('harbor.jpg'))
    .resize(200)
    .withExif({ IFD0: { Artist: secret }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .withIccProfile('p3');

describe('the bytes of a picture without its metadata', function () {
  this.timeout(60_000);

  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`have the same pixels and profile, and nothing else, in ${format}`, async () => {
      const source = await tagged().toFormat(format).toBuffer();
      assert(source.includes(secret));
      const stripped = stripMetadata(source, `image/${format}`);
      assert(stripped && stripped.byteLength < source.byteLength);
      assert(!Buffer.from(stripped).includes(secret));
      const { exif, xmp, icc, width } = await sharp(stripped).metadata();
      assert.deepEqual([exif, xmp, width], [undefined, undefined, 200]);
      assert(icc);
      assert.equal(await meanDifference(stripped, source), 0);
    });
  }

  it('keep the frames and times of animations, and lose their comments', async () => {
    const gif = demoPicture('brewing.gif');
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), Buffer.from(secret), Buffer.of(0)]);
    const commented = Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1), Buffer.from(secret)]);
    const stripped = stripMetadata(commented, 'image/gif');
    assert(stripped && !Buffer.from(stripped).includes(secret));
    const [before, after] = await Promise.all([sharp(gif).metadata(), sharp(stripped).metadata()]);
    assert.deepEqual([after.pages, after.delay, after.loop], [before.pages, before.delay, before.loop]);

    const png = await animatedPng();
    const text = chunk('tEXt', Buffer.from(`Comment\0${secret}`));
    const withText = Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
    assert(Buffer.from(stripMetadata(withText, 'image/apng') ?? []).equals(png));
  });

  it('are not there where parts can not be told apart', () => {
    const jpeg = demoPicture('harbor.jpg');
    assert.equal(stripMetadata(jpeg.subarray(0, 4_000), 'image/jpeg'), undefined);
    assert.equal(stripMetadata(demoPicture('chart.png').subarray(0, 4_000), 'image/png'), undefined);
    assert.equal(stripMetadata(demoPicture('brewing.gif').subarray(0, 4_000), 'image/gif'), undefined);
    assert.equal(stripMetadata(demoPicture('delivery-note.tiff'), 'image/tiff'), undefined);
  });

  it('lose what phones put behind the picture', () => {
    const jpeg = demoPicture('harbor.jpg');
    const stripped = stripMetadata(Buffer.concat([jpeg, Buffer.from(secret)]), 'image/jpeg');
    assert(stripped && !Buffer.from(stripped).includes(secret));
  });

  describe('as they are sent', () => {
    const media = useMediaService();
    const untouched = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

    it('are those of the source, also where the encoder would make fewer', async () => {
      const source = await tagged().jpeg({ quality: 100 }).toBuffer();
      const { images, notUntouched } = await media().prepareImage(source, planAt(200, 133, { untouched }));
      assert.equal(notUntouched, undefined);
      assert(Buffer.from(images[0]?.bytes ?? []).equals(Buffer.from(stripMetadata(source, 'image/jpeg') ?? [])));
    });

    it('are encoded anew, with the reason, where the picture lies or its format is not taken', async () => {
      const lying = await media().prepareImage(await quarters(6), planAt(120, 80, { untouched }));
      assert.equal(lying.notUntouched, 'turned');
      assert.deepEqual([lying.images[0]?.width, lying.images[0]?.height], [120, 80]);
      const scan = await media().prepareImage(demoPicture('sign.bmp'), planAt(160, 160, { untouched }));
      assert.equal(scan.notUntouched, 'format');
      const large = await media().prepareImage(
        demoPicture('harbor.jpg'),
        planAt(1600, 1067, { untouched, maxBytes: 90_000 }),
      );
      assert.equal(large.notUntouched, 'bytes');
      assert((large.images[0]?.bytes.byteLength ?? Infinity) <= 90_000);
    });
  });
});
