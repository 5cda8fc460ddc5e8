import assert from 'node:assert/strict';
import sharp from 'sharp';
import { useMediaService } from './media-service-for-tests';

/** A grey picture with black boxes on it, as PNG. */
async function drawn(
  size: { readonly width: number; readonly height: number },
  boxes: readonly { readonly left: number; readonly top: number; readonly side: number }[] = [],
): Promise<Uint8Array> {
  const { width, height } = size;
  const pixels = new Uint8Array(width * height * 3).fill(200);
  for (const { left, top, side } of boxes) {
    for (let y = top; y < top + side; y += 1) {
      pixels.fill(0, (y * width + left) * 3, (y * width + left + side) * 3);
    }
  }
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

describe('comparing two pictures', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const small = { width: 60, height: 40 };

  /** The colours that pixels of a picture have, by their place. */
  const coloursAt = async (picture: Uint8Array, places: readonly (readonly [number, number])[]) => {
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    return places.map(([x, y]) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]);
  };

  it('counts the pixels that differ and draws them red on what is the same', async () => {
    const source = await drawn(small);
    const other = await drawn(small, [{ left: 10, top: 5, side: 8 }]);
    const { difference, ...facts } = await media().comparePictures({ source, other });
    assert.deepEqual(facts, { differing: 64, same: false, scale: 1 });
    assert.deepEqual(
      { width: difference.width, height: difference.height, mediaType: difference.mediaType },
      { ...small, mediaType: 'image/png' },
    );
    const [changed, unchanged] = await coloursAt(difference.bytes, [
      [12, 7],
      [30, 30],
    ]);
    assert.deepEqual(changed, [255, 0, 0]);
    assert(unchanged && new Set(unchanged).size === 1 && (unchanged[0] ?? 0) > 200, 'light grey');
  });

  it('says when two files hold the same pixels', async () => {
    const source = await drawn(small, [{ left: 0, top: 0, side: 5 }]);
    const other = await sharp(source).webp({ lossless: true }).toBuffer();
    const { same, differing } = await media().comparePictures({ source, other });
    assert.deepEqual({ same, differing }, { same: true, differing: 0 });
  });

  it('tells pixels that nobody sees differ from the same pixels', async () => {
    const source = await drawn(small);
    const other = await sharp(source).linear(1, 1).png().toBuffer();
    const { same, differing } = await media().comparePictures({ source, other });
    assert.deepEqual({ same, differing }, { same: false, differing: 0 });
  });

  it('lays a smaller picture into the upper left corner of the larger one', async () => {
    const source = await drawn({ width: 50, height: 30 });
    const other = await drawn({ width: 40, height: 35 });
    const { difference, differing, same } = await media().comparePictures({ source, other });
    assert.deepEqual({ width: difference.width, height: difference.height }, { width: 50, height: 35 });
    assert.deepEqual({ differing, same }, { differing: 10 * 30 + 40 * 5, same: false });
  });

  it('counts alike when the pictures are so large that they are compared in strips', async () => {
    const large = { width: 1500, height: 1000 };
    // Across the rows between two strips.
    const boxes = [
      { left: 100, top: 300, side: 100 },
      { left: 700, top: 650, side: 30 },
    ];
    const { differing } = await media().comparePictures({
      source: await drawn(large),
      other: await drawn(large, boxes),
    });
    assert.equal(differing, 100 * 100 + 30 * 30);
  });

  it('scales pictures that are too large together, both alike', async () => {
    const source = await drawn({ width: 20_000, height: 50 });
    const other = await drawn({ width: 50, height: 20_000 });
    const { difference, scale } = await media().comparePictures({ source, other });
    assert(scale < 1 && difference.width === difference.height);
    assert(difference.width * difference.height <= 50_000_000);
  });

  it('says what is wrong with a picture that is damaged', async () => {
    const source = await drawn(small);
    await assert.rejects(media().comparePictures({ source, other: source.subarray(0, 60) }), { name: 'MediaError' });
    await assert.rejects(media().comparePictures({ source, other: new Uint8Array() }), { name: 'MediaError' });
  });
});
