import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { MediaError, type MediaErrorKind } from '../../../src/media-process/media-service';
import sharp from 'sharp';
import { ensureFfmpeg } from '../../workbench/install-ffmpeg.mjs';
import { clockVideo, frameNumber } from './clock-video';
import { useMediaService } from './media-service-for-tests';

/** Each a little after the frame began: Matroska's count begins 7 ms late here. */
const times = [5.95, 0, 0.31, 1.95, 2.01, 4.449];
const seen = [59, 0, 3, 19, 20, 44];

describe('videos in the media process', function () {
  this.timeout(120_000);
  const media = useMediaService({ parallelImages: 2 });
  before(async () => assert.equal(await ensureFfmpeg(), undefined));

  const facts = [
    ['clock.mp4', 'video/mp4', 'avc', 'aac'],
    ['silent.mov', 'video/quicktime', 'avc', undefined],
    ['clock.webm', 'video/webm', 'vp9', 'opus'],
    ['clock.mkv', 'video/x-matroska', 'avc', 'opus'],
    ['clock.avi', 'video/x-msvideo', 'mjpg', 'pcm'],
    ['hevc.mp4', 'video/mp4', 'hevc', undefined],
  ] as const;
  for (const [name, mediaType, codec, sound] of facts) {
    it(`reads what ${name} holds`, async () => {
      const read = await media().readVideo(clockVideo(name));
      assert.equal(read.mediaType, mediaType);
      assert.deepEqual({ ...read.picture, frameRate: 10 }, { width: 160, height: 120, codec, frameRate: 10 });
      assert(Math.abs((read.picture?.frameRate ?? 0) - 10) < 0.2);
      assert.equal(read.sound?.codec, sound);
      assert(Math.abs(read.seconds - 6) < 0.11, `${read.seconds} seconds`);
    });
  }

  it('says the size of a picture that was taken upright as it is seen', async () => {
    const { picture } = await media().readVideo(clockVideo('rotated.mp4'));
    assert.deepEqual([picture?.width, picture?.height], [120, 160]);
  });

  it('finds sound alone in a container for videos', async () => {
    const read = await media().readVideo(clockVideo('sound-only.mp4'));
    assert.equal(read.picture, undefined);
    assert.equal(read.sound?.codec, 'aac');
  });

  for (const name of ['clock.mp4', 'silent.mov', 'clock.webm', 'clock.mkv', 'clock.avi', 'hevc.mp4']) {
    it(`extracts the frame that is seen at a time from ${name}`, async () => {
      const frames = await media().extractFrames(clockVideo(name), { times, maxLongSide: 1_000 });
      assert.deepEqual(await Promise.all(frames.map(({ bytes }) => frameNumber(bytes))), seen);
    });
  }

  it('extracts a frame from the moment on that it begins', async () => {
    const frames = await media().extractFrames(clockVideo('clock.mp4'), { times: [0.3, 2, 0.2999], maxLongSide: 160 });
    assert.deepEqual(await Promise.all(frames.map(({ bytes }) => frameNumber(bytes))), [3, 20, 2]);
  });

  it('scales frames down, upright, and never up', async () => {
    const sizeOf = async (maxLongSide: number) => {
      const [frame] = await media().extractFrames(clockVideo('rotated.mp4'), { times: [1], maxLongSide });
      const { width, height } = await sharp(frame?.bytes).metadata();
      assert.deepEqual([frame?.width, frame?.height], [width, height]);
      return [width, height];
    };
    assert.deepEqual(await sizeOf(80), [60, 80]);
    assert.deepEqual(await sizeOf(4_000), [120, 160]);
  });

  it('tells how much frames differ', async () => {
    const frames = await media().extractFrames(clockVideo('silent.mov'), { times: [0, 1, 2, 3, 4], maxLongSide: 160 });
    const [first = 1, same = 1, changed = 0, sameAgain = 1, changedAgain = 0] = await media().compareFrames(
      frames.map(({ bytes }) => bytes),
    );
    assert.equal(first, 0);
    assert(Math.max(same, sameAgain) < 0.15 && Math.min(changed, changedAgain) > 0.2);
  });

  it('leaves no files behind', async () => {
    await media().extractFrames(clockVideo('silent.mov'), { times: [0], maxLongSide: 100 });
    await assert.rejects(
      media().extractFrames(clockVideo('clock.mp4'), { times, maxLongSide: 100 }, { signal: AbortSignal.timeout(100) }),
    );
    await media().extractFrames(clockVideo('silent.mov'), { times: [0], maxLongSide: 100 });
    const names = await readdir(tmpdir());
    assert.deepEqual(
      names.filter((name) => name.startsWith(`iris-media-${media().processId}-`)),
      [],
    );
  });

  const bad: readonly (readonly [string, Uint8Array, MediaErrorKind])[] = [
    ['was cut off', clockVideo('damaged.mp4'), 'corrupt'],
    ['ends after its first bytes', clockVideo('clock.webm').subarray(0, 40), 'corrupt'],
    ['is an AVI file without headers', clockVideo('clock.avi').subarray(0, 30), 'corrupt'],
    ['claims frames of any size', withHugeFrames(), 'tooManyPixels'],
    ['is no video', Buffer.from('#EXTM3U\nfile:///etc/passwd\n'), 'unsupportedFormat'],
  ];
  for (const [what, bytes, kind] of bad) {
    it(`refuses what ${what}`, async () => {
      for (const work of [media().readVideo(bytes), media().extractFrames(bytes, { times: [0], maxLongSide: 100 })]) {
        await assert.rejects(work, (error) => error instanceof MediaError && error.kind === kind);
      }
    });
  }
});

/** The sizes in the headers of the AVI file are 32 bits each. */
function withHugeFrames(): Uint8Array {
  const bytes = Buffer.from(clockVideo('clock.avi'));
  const format = bytes.indexOf('strf');
  bytes.writeInt32LE(65_535, format + 12);
  bytes.writeInt32LE(65_535, format + 16);
  return bytes;
}
