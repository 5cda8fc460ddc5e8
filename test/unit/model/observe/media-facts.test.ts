import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { ContentPart, StoredMedia } from '../../../../src/model/messages';
import { factsOf } from '../../../../src/model/observe/media-facts';

describe('what is known of a part before it is sent', () => {
  for (const [width, height] of [
    [100, 50],
    [4_096, 2_048],
  ] as const) {
    it(`is the size of a picture of ${width} × ${height} pixels, in PNG and JPEG`, async () => {
      const picture = sharp({ create: { width, height, channels: 3, background: 'white' } });
      for (const [mediaType, bytes] of [
        ['image/png', await picture.png().toBuffer()],
        ['image/jpeg', await picture.jpeg({ progressive: width > 1_000 }).toBuffer()],
      ] as const) {
        const facts = factsOf({ type: 'image', image: { mediaType, bytes }, detail: 'high' });
        assert.deepEqual(facts, { type: 'image', size: { width, height }, detail: 'high' }, mediaType);
      }
    });
  }

  it('is no size where there is none to be read', () => {
    const cut = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0);
    const looping = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0xff, 0xe0);
    const others = [Uint8Array.of(), cut, looping, Buffer.from('RIFF....WEBP'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47)];
    for (const bytes of others) {
      const facts = factsOf({ type: 'image', image: { mediaType: 'image/png', bytes } });
      assert.deepEqual(facts, { type: 'image', size: undefined, detail: undefined });
    }
    const linked = factsOf({ type: 'image', image: { url: 'https://example.com/a.png' } });
    assert.deepEqual(linked, { type: 'image', size: undefined, detail: undefined });
  });

  it('is the length of a sound, by the header of a WAV and by the bytes of anything else', () => {
    const header = Buffer.alloc(44);
    header.write('RIFF');
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(48_000, 28);
    for (const [bytes, seconds] of [
      [Buffer.concat([header, new Uint8Array(3 * 48_000)]), 3],
      [new Uint8Array(48_000), 3],
      [Buffer.from('RIFF'), 4 / 16_000],
    ] as const) {
      const facts = factsOf({ type: 'audio', audio: { mediaType: 'audio/wav', bytes } });
      assert.deepEqual(facts, { type: 'audio', seconds });
    }
  });

  it('is what came with stored media, none of which is read', () => {
    const stored = (facts: Partial<StoredMedia>): StoredMedia => ({
      mediaType: 'application/octet-stream',
      byteLength: 1,
      sha256: '',
      read: () => assert.fail('It was read.'),
      ...facts,
    });
    const parts: readonly ContentPart[] = [
      { type: 'image', image: stored({ size: { width: 3, height: 4 } }) },
      { type: 'audio', audio: stored({ seconds: 5 }) },
      { type: 'video', video: stored({ seconds: 6 }) },
      { type: 'file', file: stored({ pageCount: 7 }), name: 'a.pdf' },
      { type: 'text', text: 'äh' },
    ];
    assert.deepEqual(parts.map(factsOf), [
      { type: 'image', size: { width: 3, height: 4 }, detail: undefined },
      { type: 'audio', seconds: 5 },
      { type: 'video', seconds: 6 },
      { type: 'file', pageCount: 7 },
      { type: 'text', byteLength: 3 },
    ]);
  });
});
