import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { MediaError } from '../../../src/media-process/media-service';
import type { MediaErrorKind, PicturePlan } from '../../../src/media-process/media-service';
import { planAt, useMediaService } from './media-service-for-tests';
import { chunk, colourAt, demoPicture, meanDifference, pngHeader, quarters } from './pictures';

describe('a prepared picture', function () {
  this.timeout(60_000);
  const media = useMediaService();
  /** As it is sent to most servers, at its own size. */
  const prepare = async (bytes: Uint8Array, changes: Partial<PicturePlan> = {}) => {
    const { thumbnail, ...source } = await media().readImage(bytes, { thumbnailSide: 256 });
    const { images, notUntouched } = await media().prepareImage(bytes, planAt(source.width, source.height, changes));
    const [image] = images;
    assert(image);
    return { source, thumbnail, image, images, notUntouched };
  };

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`is upright when EXIF orientation is ${orientation}`, async () => {
      const { image, source, thumbnail } = await prepare(await quarters(orientation));
      assert.deepEqual([image.width, image.height], [120, 80]);
      assert.deepEqual([source.width, source.height], [120, 80]);
      for (const bytes of [image.bytes, thumbnail.bytes]) {
        assertNear(await colourAt(bytes, 0.25, 0.25), [255, 0, 0]);
        assertNear(await colourAt(bytes, 0.75, 0.25), [0, 255, 0]);
        assertNear(await colourAt(bytes, 0.25, 0.75), [0, 0, 255]);
        assertNear(await colourAt(bytes, 0.75, 0.75), [255, 255, 255]);
      }
    });
  }

  it('holds no EXIF, place, comment or profile', async () => {
    const photo = await sharp(demoPicture('harbor.jpg'))
      .withExif({ IFD0: { Artist: 'Secret Person' }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    assert(photo.includes('Secret Person'));
    const { image } = await prepare(photo);
    const { exif, icc, iptc, xmp } = await sharp(image.bytes).metadata();
    assert.deepEqual([exif, icc, iptc, xmp], [undefined, undefined, undefined, undefined]);
    assert(!Buffer.from(image.bytes).includes('Secret Person'));
  });

  it('holds no text chunk of a PNG and nothing that was appended', async () => {
    const png = demoPicture('error.png');
    const text = chunk('tEXt', Buffer.from('Comment\0Secret words'));
    for (const bytes of [
      Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]),
      Buffer.concat([png, Buffer.from('Secret words')]),
    ]) {
      const { image } = await prepare(bytes);
      assert(!Buffer.from(image.bytes).includes('Secret words'));
    }
  });

  it('is the source itself when nothing has to be done and nothing is gained', async () => {
    const { image } = await prepare(demoPicture('harbor.jpg'));
    assert(Buffer.from(image.bytes).equals(demoPicture('harbor.jpg')));
    const again = await prepare(image.bytes);
    assert(Buffer.from(again.image.bytes).equals(image.bytes));
  });

  it('of an interface is a PNG that looks the same and is smaller', async () => {
    const source = demoPicture('error.png');
    const { image } = await prepare(source);
    assert.equal(image.mediaType, 'image/png');
    assert(image.bytes.byteLength < source.byteLength);
    assert((await meanDifference(image.bytes, source)) < 0.5);
  });

  it('of a photo is a JPEG with full colour resolution', async () => {
    const source = await sharp(demoPicture('harbor.jpg')).png().toBuffer();
    const { image } = await prepare(source);
    assert.equal(image.mediaType, 'image/jpeg');
    assert.equal((await sharp(image.bytes).metadata()).chromaSubsampling, '4:4:4');
    assert((await meanDifference(image.bytes, source)) < 3);
  });

  it('is a PNG where nothing else is accepted, and WebP where that is accepted and smaller', async () => {
    const photo = demoPicture('harbor.jpg');
    assert.equal((await prepare(photo, { formats: ['image/png'] })).image.mediaType, 'image/png');
    const formats = ['image/png', 'image/jpeg', 'image/webp'];
    const { image } = await prepare(await sharp(photo).png().toBuffer(), { formats });
    assert.equal(image.mediaType, 'image/webp');
    assert.equal((await sharp(image.bytes).metadata()).format, 'webp');
  });

  it('has the size that the plan says', async () => {
    const wide = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const { image, thumbnail } = await prepare(wide, { pictures: [{ width: 1500, height: 500 }] });
    assert.deepEqual([image.width, image.height], [1500, 500]);
    const { width, height } = await sharp(image.bytes).metadata();
    assert.deepEqual([width, height], [1500, 500]);
    assert.deepEqual([thumbnail.width, thumbnail.height], [256, 85]);
  });

  it('is cut into parts after it was scaled', async () => {
    const turned = await quarters(6);
    const { images } = await prepare(turned, {
      pictures: [
        { width: 60, height: 40, box: { left: 0, top: 0, width: 20, height: 10 } },
        { width: 60, height: 40, box: { left: 35, top: 0, width: 20, height: 10 } },
        { width: 60, height: 40, box: { left: 5, top: 25, width: 20, height: 10 } },
      ],
    });
    assert.deepEqual(
      images.map(({ width, height }) => [width, height]),
      [
        [20, 10],
        [20, 10],
        [20, 10],
      ],
    );
    const colours = await Promise.all(images.map(({ bytes }) => colourAt(bytes, 0.5, 0.5)));
    [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
    ].forEach((colour, index) => assertNear(colours[index] ?? [], colour));
  });

  it('has at most the bytes that may be sent', async () => {
    const { image } = await prepare(demoPicture('harbor.jpg'), { maxBytes: 50_000 });
    assert(image.bytes.byteLength <= 50_000);
    assert(image.width > 300 && Math.abs(image.width / image.height - 1600 / 1067) < 0.02);
  });

  it('is refused where it would have more bytes than may be sent even when nothing is left to see', async () => {
    await assert.rejects(
      prepare(demoPicture('harbor.jpg'), { maxBytes: 50 }),
      (error) =>
        error instanceof MediaError &&
        error.kind === 'tooManyBytes' &&
        /^Even at \d+ × \d+ pixels .* 50 bytes .* another model\.$/.test(error.message),
    );
  });

  it('keeps what is see-through in a PNG and puts it on white in a JPEG', async () => {
    const clear = await sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { image } = await prepare(clear);
    assert.equal(image.mediaType, 'image/png');
    assert.equal((await sharp(image.bytes).stats()).isOpaque, false);
    const photo = await sharp(demoPicture('harbor.jpg')).resize(400).ensureAlpha(0.02).png().toBuffer();
    const flattened = await prepare(photo);
    assert.equal(flattened.image.mediaType, 'image/jpeg');
    assertNear(await colourAt(flattened.image.bytes, 0.5, 0.9), [255, 255, 255], 12);
  });

  it('of a drawing shows nothing from outside of it', async () => {
    const drawing = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64"><image width="64" height="64" xlink:href="file://${process.cwd()}/demo/pictures/error.png"/></svg>`,
    );
    const { image } = await prepare(drawing);
    const { channels } = await sharp(image.bytes).stats();
    assert.equal(channels.at(-1)?.max, 0);
  });

  it('of grey or 16-bit pixels is an ordinary 8-bit one', async () => {
    const source = sharp({ create: { width: 50, height: 50, channels: 3, background: '#808080' } });
    for (const bytes of [
      await source.clone().greyscale().png().toBuffer(),
      await source.clone().toColourspace('rgb16').png().toBuffer(),
    ]) {
      const { image } = await prepare(bytes);
      assertNear(
        await colourAt(await sharp(image.bytes).toColourspace('srgb').png().toBuffer(), 0.5, 0.5),
        [128, 128, 128],
      );
      assert.equal((await sharp(image.bytes).metadata()).depth, 'uchar');
    }
  });

  const refused: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, MediaErrorKind])[] = [
    ['without bytes', () => new Uint8Array(), 'empty'],
    ['of more than 64 MB', () => new Uint8Array(64 * 1024 * 1024 + 1), 'tooManyBytes'],
    ['that claims 65535 × 65535 pixels', () => pngHeader(65_535, 65_535), 'tooManyPixels'],
    ['that has no pixels', () => pngHeader(100, 100), 'corrupt'],
    ['that is cut off', () => demoPicture('harbor.jpg').subarray(0, 60_000), 'corrupt'],
    ['that is a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupportedFormat'],
    ['that is compressed and no SVG', () => gzipSync('no drawing'), 'unsupportedFormat'],
    [
      'that is a drawing of 40 MB when unpacked',
      () => gzipSync(`<svg ${' '.repeat(40 * 1024 * 1024)}/>`),
      'tooManyBytes',
    ],
    [
      'that is an SVG cut off',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><g>'),
      'corrupt',
    ],
  ];
  for (const [what, bytes, kind] of refused) {
    it(`is refused for a source ${what}`, async () => {
      await assert.rejects(
        async () => prepare(await bytes()),
        (error) => error instanceof MediaError && error.kind === kind && /\.$/.test(error.message),
      );
    });
  }
});

function assertNear(actual: readonly number[], expected: readonly number[], tolerance = 8): void {
  const far = actual.some((value, index) => Math.abs(value - (expected[index] ?? 0)) > tolerance);
  assert(!far, `${actual.join(', ')} is not near ${expected.join(', ')}`);
}
