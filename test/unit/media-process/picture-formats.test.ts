import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { useMediaService } from './media-service-for-tests';
import { animatedPng, bitmap16, bitmap4, bitmapRle8, iconWithMask } from './picture-files';
import { colourAt, demoPicture, meanDifference } from './pictures';

const lossless = ['image/png'];

describe('a picture of another format', function () {
  this.timeout(120_000);
  const media = useMediaService();
  const read = (bytes: Uint8Array) => media().readImage(bytes, { thumbnailSide: 64 });
  const make = async (bytes: Uint8Array, frame = 0): Promise<Uint8Array> => {
    const { width, height, frames } = await read(bytes);
    const size = frames?.sizes?.[frame] ?? { width, height };
    const { images } = await media().prepareImage(bytes, { pictures: [{ ...size, frame }], formats: lossless });
    assert(images[0]);
    return images[0].bytes;
  };

  it('is read: AVIF and HEIC look like the picture that they were made of', async () => {
    const original = await sharp(demoPicture('harbor.webp')).png().toBuffer();
    for (const [name, mediaType] of [
      ['harbor.avif', 'image/avif'],
      ['harbor.heic', 'image/heic'],
    ] as const) {
      const facts = await read(demoPicture(name));
      assert.deepEqual([facts.mediaType, facts.width, facts.height], [mediaType, 800, 534]);
      assert((await meanDifference(await make(demoPicture(name)), original)) < 6, name);
    }
  });

  it('is read: the pages of a TIFF, each at its own size', async () => {
    const facts = await read(demoPicture('delivery-note.tiff'));
    assert.equal(facts.frames?.count, 2);
    assert.deepEqual(facts.frames.sizes, [
      { width: 827, height: 1169 },
      { width: 827, height: 1169 },
    ]);
    for (const page of [0, 1]) {
      const expected = await sharp(demoPicture('delivery-note.tiff'), { page }).toColourspace('srgb').png().toBuffer();
      assert((await meanDifference(await make(demoPicture('delivery-note.tiff'), page), expected)) < 1);
    }
  });

  it('is read: the frames of a GIF and of a WebP, with the times at which they begin', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = sharp(frames, { join: { animated: true } });
    for (const bytes of [
      await animation
        .clone()
        .gif({ delay: [100, 400, 100] })
        .toBuffer(),
      await animation
        .clone()
        .webp({ delay: [100, 400, 100], lossless: true })
        .toBuffer(),
    ]) {
      const facts = await read(bytes);
      assert.deepEqual(facts.frames, { count: 3, times: [0, 0.1, 0.5] });
      assert.deepEqual([facts.width, facts.height], [20, 10]);
      assertNear(await colourAt(await make(bytes, 2), 0.5, 0.5), [0, 0, 255]);
      assertNear(await colourAt(await make(bytes), 0.5, 0.5), [255, 0, 0]);
    }
  });

  it('is read: the frames of an animated PNG, laid over each other as they say', async () => {
    const bytes = await animatedPng();
    const facts = await read(bytes);
    assert.deepEqual(
      [facts.mediaType, facts.width, facts.height, facts.frames],
      ['image/apng', 40, 40, { count: 4, times: [0, 0.5, 1, 1.5] }],
    );
    // Red; a blue square on it; which is cleared; a half see-through green over what is left.
    const places = [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const;
    const colours = await Promise.all(
      [0, 1, 2, 3].map(async (frame) => {
        const shown = await sharp(await make(bytes, frame))
          .flatten({ background: '#ffffff' })
          .png()
          .toBuffer();
        return Promise.all(places.map(([across, down]) => colourAt(shown, across, down)));
      }),
    );
    const [red, blue, white] = [
      [255, 0, 0],
      [0, 0, 255],
      [255, 255, 255],
    ];
    assert.deepEqual(colours.slice(0, 3), [
      [red, red],
      [red, blue],
      [red, white],
    ]);
    assertNear(colours[3]?.[0] ?? [], [127, 128, 0], 2);
  });

  it('is read: bitmaps of every depth, also compressed ones', async () => {
    const [sign, expected] = [demoPicture('sign.bmp'), [246, 239, 230]];
    assertNear(await colourAt(await make(sign), 0.02, 0.02), expected, 1);
    for (const bytes of [bitmap4(), bitmapRle8(), bitmap16()]) {
      const png = await make(bytes);
      assertNear(await colourAt(png, 0.1, 0.25), [255, 0, 0], 8);
      assertNear(await colourAt(png, 0.9, 0.25), [0, 255, 0], 8);
      assertNear(await colourAt(png, 0.1, 0.75), [0, 0, 255], 8);
      assertNear(await colourAt(png, 0.9, 0.75), [255, 255, 255], 8);
    }
  });

  it('is read: the largest picture in an icon, see-through where it is', async () => {
    const favicon = await read(demoPicture('favicon.ico'));
    assert.deepEqual([favicon.width, favicon.height, favicon.mediaType], [256, 256, 'image/x-icon']);
    const png = await make(iconWithMask());
    const { width, height } = await sharp(png).metadata();
    assert.deepEqual([width, height], [2, 2]);
    const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([...data.subarray(0, 4)], [255, 0, 0, 255]);
    assert.equal(data[7], 0);
  });

  it('is read: a drawing that is compressed', async () => {
    const { mediaType } = await read(gzipSync(demoPicture('checkout.svg')));
    assert.equal(mediaType, 'image/svg+xml');
    assert(
      (await meanDifference(
        await make(gzipSync(demoPicture('checkout.svg'))),
        await make(demoPicture('checkout.svg')),
      )) === 0,
    );
  });

  it('has the colours of the screen: wide gamut, print and 16 bits are brought to sRGB', async () => {
    const base = sharp({ create: { width: 40, height: 40, channels: 3, background: '#30a060' } });
    for (const bytes of [
      await base.clone().withIccProfile('p3').jpeg({ quality: 98 }).toBuffer(),
      await base.clone().withIccProfile('p3').avif({ quality: 90 }).toBuffer(),
      await base.clone().toColourspace('rgb16').tiff().toBuffer(),
      await base.clone().jpeg({ progressive: true, quality: 98 }).toBuffer(),
    ]) {
      assertNear(await colourAt(await make(bytes), 0.5, 0.5), [0x30, 0xa0, 0x60], 6);
    }
    // Printers know less green than screens.
    const print = await base.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 98 }).toBuffer();
    assertNear(await colourAt(await make(print), 0.5, 0.5), [0x30, 0xa0, 0x60], 24);
  });

  it('is put on one sheet where it moves', async () => {
    const bytes = demoPicture('brewing.gif');
    const { images } = await media().prepareImage(bytes, {
      pictures: [{ sheet: [0, 5, 13], columns: 2, gap: 8, width: 150, height: 150 }],
      formats: lossless,
    });
    assert.deepEqual([images[0]?.width, images[0]?.height], [308, 308]);
    const sheet = Buffer.from(images[0]?.bytes ?? []);
    for (const [index, frame] of [0, 5, 13].entries()) {
      const cell = { left: (index % 2) * 158, top: Math.floor(index / 2) * 158, width: 150, height: 150 };
      const shown = await sharp(sheet).extract(cell).png().toBuffer();
      const expected = await sharp(bytes, { page: frame }).resize(150).removeAlpha().png().toBuffer();
      assert((await meanDifference(shown, expected)) < 3);
    }
    assertNear(await colourAt(sheet, 0.75, 0.75), [255, 255, 255], 0);
  });
});

function assertNear(actual: readonly number[], expected: readonly number[], tolerance = 8): void {
  const far = actual.some((value, index) => Math.abs(value - (expected[index] ?? 0)) > tolerance);
  assert(!far, `${actual.join(', ')} is not near ${expected.join(', ')}`);
}
