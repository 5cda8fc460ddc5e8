import assert from 'node:assert/strict';
import sharp from 'sharp';
import { pictureTokens, unknownMediaTokens } from '../../../../src/model/observe/picture-tokens';

describe('the estimated tokens of a picture', () => {
  for (const [width, height, tiles] of [
    [100, 50, 1],
    [1_024, 1_024, 4],
    [4_096, 2_048, 6],
    [3_000, 200, 4],
  ] as const) {
    it(`are those of ${tiles} tiles for ${width} × ${height} pixels, in PNG and JPEG`, async () => {
      const picture = sharp({ create: { width, height, channels: 3, background: 'white' } });
      for (const [mediaType, bytes] of [
        ['image/png', await picture.png().toBuffer()],
        ['image/jpeg', await picture.jpeg({ progressive: width > 1_000 }).toBuffer()],
      ] as const) {
        assert.equal(pictureTokens({ type: 'image', image: { mediaType, bytes } }), 85 + 170 * tiles, mediaType);
      }
    });
  }

  it('are the same for any size in low detail', () => {
    assert.equal(pictureTokens({ type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'low' }), 85);
  });

  it('are those of a middle-sized picture where the size can not be told', () => {
    const cut = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0);
    for (const bytes of [Uint8Array.of(), cut, Buffer.from('RIFF....WEBP'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]) {
      assert.equal(pictureTokens({ type: 'image', image: { mediaType: 'image/png', bytes } }), unknownMediaTokens);
    }
    const looping = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0xff, 0xe0);
    assert.equal(
      pictureTokens({ type: 'image', image: { mediaType: 'image/jpeg', bytes: looping } }),
      unknownMediaTokens,
    );
  });
});
