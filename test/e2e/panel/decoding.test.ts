import assert from 'node:assert/strict';
import sharp from 'sharp';
import { frameNumber } from '../../unit/media-process/clock-video';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { decode } from './recordings';
import { panelState } from './sample-state';

describe('decoding in the page', () => {
  let panel: PanelPage;
  const scripts: string[] = [];
  let count = 0;
  const sha256 = (): string => String(++count).padStart(64, '0');
  const frames = async (name: string, mediaType: string, times: readonly number[], maxLongSide = 1_000) =>
    await decode(panel, name, { type: 'frames', sha256: sha256(), mediaType, times, maxLongSide });

  before(async () => {
    panel = await openPanel({ state: panelState() });
    panel.page.on('request', (request) => scripts.push(request.url()));
  });
  afterEach(() => assert.deepEqual(panel.problems, []));
  after(() => panel.close());

  it('loads its decoders when there is something to decode, and once', async () => {
    assert.equal(scripts.length, 0);
    await frames('silent.mov', 'video/quicktime', [0]);
    await frames('silent.mov', 'video/quicktime', [1]);
    assert.deepEqual(
      scripts.filter((url) => url.endsWith('.js')),
      ['http://localhost/decoding.js'],
    );
  });

  for (const [name, mediaType] of [
    ['clock.mp4', 'video/mp4'],
    ['silent.mov', 'video/quicktime'],
    ['clock.webm', 'video/webm'],
    ['clock.mkv', 'video/x-matroska'],
  ] as const) {
    it(`takes the frames that are seen at the times, in their order: ${name}`, async () => {
      const outcome = await frames(name, mediaType, [5.95, 0, 0.31, 1.95, 2.01, 0.31]);
      assert(outcome.type === 'frames', JSON.stringify(outcome));
      assert.deepEqual(await Promise.all(outcome.pictures.map(frameNumber)), [59, 0, 3, 19, 20, 3]);
    });
  }

  it('gives frames upright, and scales them down only', async () => {
    const sizeOf = async (maxLongSide: number) => {
      const outcome = await frames('rotated.mp4', 'video/mp4', [1], maxLongSide);
      assert(outcome.type === 'frames', JSON.stringify(outcome));
      const { width, height } = await sharp(outcome.pictures[0]).metadata();
      return [width, height];
    };
    assert.deepEqual(await sizeOf(80), [60, 80]);
    assert.deepEqual(await sizeOf(4_000), [120, 160]);
  });

  it('mixes sound to one channel at the rate that is asked for', async () => {
    const task = { type: 'sound', sha256: sha256(), mediaType: 'video/webm', sampleRate: 16_000 } as const;
    const outcome = await decode(panel, 'clock.webm', task);
    assert(outcome.type === 'sound', JSON.stringify(outcome));
    const { samples } = outcome;
    assert(Math.abs(samples.length / 16_000 - 6) < 0.1, `${samples.length} samples`);
    const upward = samples.filter((sample, index) => sample >= 0 && (samples[index - 1] ?? 0) < 0).length;
    assert(Math.abs(upward / 6 - 440) < 5, `${upward / 6} Hz`);
  });

  it('says what it can not decode', async () => {
    const reason = async (name: string) => {
      const outcome = await frames(name, 'video/mp4', [0]);
      assert(outcome.type === 'failed');
      return outcome.reason;
    };
    assert.equal(await reason('sound-only.mp4'), 'it has no pictures');
    assert.equal(await reason('damaged.mp4'), 'it has no pictures');
    assert.match(await reason('clock.avi'), /format/);
  });

  it('stops when the answer is not wanted any more', async () => {
    const hash = sha256();
    const task = { type: 'frames', sha256: hash, mediaType: 'video/mp4', times: [1], maxLongSide: 100 } as const;
    await panel.send({ type: 'decodingRequested', requestId: 'unwanted', task });
    await panel.send({ type: 'decodingCancelled', requestId: 'unwanted' });
    await panel.send({ type: 'mediaMissing', sha256: hash, reason: 'It is gone.' });
    await frames('clock.mp4', 'video/mp4', [0]);
    const finished = await panel.postedSoFar('decodingFinished');
    assert(finished.every(({ requestId }) => requestId !== 'unwanted'));
  });
});
