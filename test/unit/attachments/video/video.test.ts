import assert from 'node:assert/strict';
import { checkOptions } from '../../../../src/attachments/check-options';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../../src/attachments/read-attachment';
import type { PageDecoder } from '../../../../src/attachments/attachment-services';
import { MediaError } from '../../../../src/media-process/media-service';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { Attachment, SentPart, VideoAttachment } from '../../../../src/shared/attachment/attachment';
import type { VideoOptions } from '../../../../src/shared/attachment/options';
import { parseMediaTime } from '../../../../src/shared/media-time';
import { ensureFfmpeg } from '../../../workbench/install-ffmpeg.mjs';
import { clockVideo, frameNumber } from '../../media-process/clock-video';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, builtIn, prepareContext, seeing } from '../services';

const local: ModelTarget = { endpoint: 'vLLM', model: 'qwen', offline: false, isLocal: true, capabilities: {} };
const watching: ModelTarget = { ...local, capabilities: { input: { image: true, video: true } } };
const hearing: ModelTarget = { ...local, capabilities: { input: { image: true, video: false, audio: true } } };
const blind: ModelTarget = { ...local, capabilities: { input: { image: false } } };

describe('a video', function () {
  this.timeout(120_000);
  const media = useMediaService();
  const blobs = new MemoryBlobStore();
  before(async () => assert.equal(await ensureFfmpeg(), undefined));

  const contextWith = (services: object = {}) => prepareContext({ ...attachmentServices(media(), blobs), ...services });
  const read = async (name: string, page?: PageDecoder): Promise<Attachment> =>
    await readAttachment({ name, bytes: clockVideo(name) }, contextWith(page && { page }));
  const readVideo = async (name: string): Promise<VideoAttachment> => {
    const attachment = await read(name);
    assert(attachment.kind === 'video');
    return attachment;
  };
  const prepare = async (attachment: Attachment, target: ModelTarget, services: object = {}): Promise<Attachment> => {
    const planned = planAttachment(attachment, target);
    assert(planned.status === 'planned');
    assert.deepEqual(JSON.parse(JSON.stringify(planned.plan)), planned.plan);
    return await planned.prepare(contextWith(services));
  };
  const send = async (options: VideoOptions, target = seeing, name = 'clock.mp4'): Promise<readonly SentPart[]> =>
    (await prepare({ ...(await readVideo(name)), options }, target)).parts;

  /** What the labels say and what the pictures show, both as numbers of frames. */
  const frames = async (parts: readonly SentPart[]) =>
    await Promise.all(
      parts.map(async (part) => {
        assert(part.type === 'image' && part.label !== undefined);
        const [, time = ''] = /^Frame at (\S+) of \S+:$/.exec(part.label) ?? [];
        assert.deepEqual(part.place, { seconds: parseMediaTime(time) });
        const shown = await frameNumber(await blobs.get(part.blob.sha256));
        assert.equal(shown, Math.floor((parseMediaTime(time) ?? 0) * 10 + 1e-6), part.label);
        return shown;
      }),
    );

  it('is read with its length, its size and a small picture', async () => {
    const attachment = await readVideo('clock.mp4');
    const { seconds, width, height, hasSound, source, thumbnail } = attachment;
    assert.deepEqual([seconds, width, height, hasSound], [6, 160, 120, true]);
    assert.equal(source.mediaType, 'video/mp4');
    assert(thumbnail && thumbnail.width === 160);
    assert.equal(await frameNumber(await blobs.get(thumbnail.sha256)), 10);
  });

  it('without pictures is a sound', async () => {
    assert.equal((await read('sound-only.mp4')).kind, 'audio');
  });

  it('is sent as frames with their times to a model that sees', async () => {
    assert.deepEqual(await frames(await send({})), [8, 23, 38, 53]);
    assert.deepEqual(await frames(await send({ frameCount: 2, start: 2, end: 4 })), [25, 35]);
  });

  it('is sent as the frames that the person chose', async () => {
    assert.deepEqual(await frames(await send({ times: [0, 1.5, 5.9], frameCount: 8 })), [0, 15, 59]);
  });

  it('is sent as the frames where the picture changes', async () => {
    const [first = 99, second = 0, third = 0, ...more] = await frames(
      await send({ onSceneChange: true, frameCount: 3 }),
    );
    assert.equal(more.length, 0);
    assert(first < 5 && second >= 20 && second < 25 && third >= 40 && third < 45, [first, second, third].join());
  });

  it('gets no more frames than the model takes', async () => {
    const few = { ...seeing, capabilities: { images: { count: 3 } } };
    const attachment = await prepare({ ...(await readVideo('silent.mov')), options: { frameCount: 20 } }, few);
    assert.equal(attachment.parts.length, 3);
    assert(attachment.reasons.some((reason) => reason.includes('Only 3 frames')));
  });

  it('gets frames of no more pixels and bytes than the model takes of a picture', async () => {
    const tight = { ...seeing, capabilities: { images: { pixels: 10_000, bytes: 2_000 } } };
    for (const part of await send({ frameCount: 2 }, tight)) {
      assert(part.type === 'image' && part.blob.width * part.blob.height <= 10_000);
      assert(part.blob.byteLength <= 2_000);
    }
  });

  it('is sent whole to a model that watches, as nothing but pictures and sound', async () => {
    const [part, ...more] = await send({}, watching);
    assert(part?.type === 'video' && more.length === 0);
    const bytes = await blobs.get(part.blob.sha256);
    const sent = await media().readVideo(bytes);
    assert.deepEqual([sent.picture?.codec, sent.sound?.codec, part.blob.mediaType], ['avc', 'aac', 'video/mp4']);
    assert(Math.abs(sent.seconds - 6) < 0.1 && Math.abs(part.seconds - 6) < 0.1);
    const [last] = await media().extractFrames(bytes, { times: [5.95], maxLongSide: 160 });
    assert.equal(await frameNumber(last?.bytes ?? new Uint8Array()), 59);
    assert.equal((await send({ form: 'frames' }, watching))[0]?.type, 'image');
  });

  for (const name of ['clock.mp4', 'clock.webm', 'clock.mkv', 'rotated.mp4']) {
    it(`is cut to the part that the person chose: ${name}`, async () => {
      const [part] = await send({ start: 3.05, end: 4.5 }, watching, name);
      assert(part?.type === 'video');
      const bytes = await blobs.get(part.blob.sha256);
      const { seconds, picture } = await media().readVideo(bytes);
      // From the last frame before 3.05 that stands alone, which is the one at 3.
      assert(Math.abs(seconds - 1.5) < 0.2 && Math.abs(part.seconds - 1.5) < 0.1, `${seconds} seconds`);
      assert.deepEqual([picture?.width, picture?.height], [part.width, part.height]);
      if (name !== 'rotated.mp4') {
        const [first] = await media().extractFrames(bytes, { times: [0.02], maxLongSide: 160 });
        assert.equal(await frameNumber(first?.bytes ?? new Uint8Array()), 30);
      }
    });
  }

  for (const name of ['clock.mp4', 'clock.avi']) {
    it(`is never sent from before the chosen start, but as frames where it can't begin there: ${name}`, async () => {
      const options = { start: 2, end: 3, form: 'video', times: [0.5] } as const;
      for (const instead of [undefined, 'anyway'] as const) {
        const attachment = { ...(await readVideo(name)), options, ...(instead && { instead }) };
        const prepared = await prepare(attachment, watching);
        const shown = await frames(prepared.parts);
        assert(shown.length > 0 && shown.every((number) => number >= 20 && number <= 30), shown.join());
        assert.match(prepared.reasons.join(' '), /cut out of .* So the model gets pictures of it\./);
      }
    });
  }

  it('is refused with a way on where neither the chosen part nor frames can be sent', async () => {
    const blindlyWatching: ModelTarget = { ...local, capabilities: { input: { image: false, video: true } } };
    await assert.rejects(send({ start: 2, end: 3 }, blindlyWatching), /Save the part that you want to send/);
  });

  it("is sent as frames where what is written in its file can't be taken out, unless the person wants all of it", async () => {
    const attachment = await readVideo('clock.avi');
    const usual = await prepare(attachment, watching);
    assert(usual.parts.every(({ type }) => type === 'image'));
    assert.match(usual.reasons.join(' '), /who made it and when, can't be taken out\. So the model gets pictures/);
    for (const wish of [{ options: { form: 'video' } }, { instead: 'anyway' }] as const) {
      const sent = await prepare({ ...attachment, ...wish }, watching);
      const [part] = sent.parts;
      assert(part?.type === 'video' && part.blob.mediaType === 'video/x-msvideo');
      assert(Buffer.from(await blobs.get(part.blob.sha256)).equals(clockVideo('clock.avi')));
      assert.match(sent.reasons.join(' '), /as it is, with what else the file holds/);
    }
  });

  it('is sent with its sound to a model that hears and sees', async () => {
    const parts = await send({ start: 1, end: 3 }, hearing);
    const sound = parts.at(-1);
    assert(sound?.type === 'audio' && Math.abs(sound.seconds - 2) < 0.1);
    assert(parts.slice(0, -1).every(({ type }) => type === 'image'));
    assert((await send({ sound: 'none' }, hearing)).every(({ type }) => type === 'image'));
  });

  it('is asked about where the model neither watches nor sees', async () => {
    const planned = planAttachment(await readVideo('clock.mp4'), blind);
    assert(planned.status === 'obstructed');
    assert.deepEqual(planned.obstacle, { modality: 'video', offers: ['otherModel', 'text', 'description', 'anyway'] });
    assert.equal(planAttachment(await readVideo('clock.mp4'), builtIn).status, 'planned');
  });

  it('is described, put into words or sent anyway as the person chooses', async () => {
    const attachment = await readVideo('clock.mp4');
    const textOf = async (part: SentPart | undefined) => {
      assert(part?.type === 'text');
      return Buffer.from(await blobs.get(part.blob.sha256)).toString();
    };
    const describe = () => Promise.resolve('Grey stripes.');
    const described = await prepare({ ...attachment, instead: 'description' }, blind, { describe });
    assert.equal(await textOf(described.parts[0]), 'Frame at 0:00.8 of clock.mp4:\nGrey stripes.');
    const transcribe = () => Promise.resolve({ text: 'A tone.', segments: [] });
    const spoken = await prepare({ ...attachment, instead: 'text' }, blind, { transcribe });
    assert((await textOf(spoken.parts[0])).endsWith('A tone.') && spoken.parts.length === 1);
    assert.equal((await prepare({ ...attachment, instead: 'anyway' }, blind)).parts[0]?.type, 'video');
  });

  it('is decoded by the page of the panel where one is open, and else by ffmpeg', async () => {
    const asked: number[] = [];
    const page = (frames: PageDecoder['frames']): PageDecoder => ({
      frames,
      sound: () => Promise.reject(new MediaError('codecMissing', 'No sound here.')),
    });
    const decoding = page(async (_source, { times, maxLongSide }) => {
      asked.push(...times);
      return await media().extractFrames(clockVideo('clock.mp4'), { times, maxLongSide });
    });
    const attachment = { ...(await readVideo('clock.mp4')), options: { times: [2] } };
    assert.deepEqual(await frames((await prepare(attachment, seeing, { page: decoding })).parts), [20]);
    assert.deepEqual(asked, [2]);
    const lacking = page(() => Promise.reject(new MediaError('codecMissing', 'It lacks the codec.')));
    assert.deepEqual(await frames((await prepare(attachment, seeing, { page: lacking })).parts), [20]);
  });

  it('takes options within its length only', async () => {
    const attachment = await readVideo('clock.mp4');
    const check = (options: object) => checkOptions(attachment, options);
    assert.deepEqual(check({ times: [2.004, 1, 1], form: 'frames', sound: 'none' }), {
      status: 'valid',
      options: { times: [1, 2], form: 'frames', sound: 'none' },
    });
    const refused = [
      { start: 3, end: 2 },
      { end: 7 },
      { times: [9] },
      { times: ['1'] },
      { frameCount: 0 },
      { form: 'x' },
    ];
    for (const options of [...refused, { pages: '1' }, { onSceneChange: 1 }, { start: '1' }]) {
      assert.equal(check(options).status, 'refused', JSON.stringify(options));
    }
  });
});
