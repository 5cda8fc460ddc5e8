import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { AttachmentError } from '../../../../src/attachments/attachment-error';
import type { AttachmentServices, PrepareContext, Speech } from '../../../../src/attachments/attachment-services';
import { checkOptions } from '../../../../src/attachments/check-options';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import { readAttachment } from '../../../../src/attachments/read-attachment';
import { MediaError } from '../../../../src/media-process/media-service';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { AudioAttachment } from '../../../../src/shared/attachment/attachment';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { amplitude, readWav } from '../../media-process/audio/read-wav';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, builtIn, prepareContext, seeing } from '../services';

const hearing: ModelTarget = { ...seeing, model: 'gpt-4o-audio-preview', capabilities: { input: { audio: true } } };
const deaf: ModelTarget = { ...seeing, capabilities: { input: { audio: false } } };

describe('an attached sound', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const blobs = new MemoryBlobStore();
  const context = (changes: Partial<AttachmentServices> = {}): PrepareContext =>
    prepareContext({ ...attachmentServices(media(), blobs), ...changes });
  const attach = async (name: string, changes: Partial<AttachmentServices> = {}): Promise<AudioAttachment> => {
    const bytes = readFileSync(`test/fixtures/sounds/${name}`);
    const attachment = await readAttachment({ name, bytes, isWholeFile: true }, context(changes));
    assert(attachment.kind === 'audio');
    return attachment;
  };
  const prepare = async (
    attachment: AudioAttachment,
    target: ModelTarget,
    changes: Partial<AttachmentServices> = {},
  ): Promise<AudioAttachment> => {
    const planned = planAttachment(attachment, target);
    assert(planned.status === 'planned');
    assert.deepEqual(JSON.parse(JSON.stringify(planned.plan)), planned.plan);
    const prepared = await planned.prepare(context(changes));
    assert(prepared.kind === 'audio');
    return prepared;
  };
  const textOf = async ({ parts }: AudioAttachment): Promise<string> => {
    const [part] = parts;
    assert(part?.type === 'text' && parts.length === 1);
    return Buffer.from(await blobs.get(part.blob.sha256)).toString();
  };

  it('is read with its length, its codec and its waveform, and nothing is made of it yet', async () => {
    const { seconds, codec, waveform, parts, source } = await attach('tones.flac');
    assert(Math.abs(seconds - 3) < 0.01);
    assert.deepEqual([codec, parts, source.mediaType], ['flac', [], 'audio/flac']);
    assert(waveform && waveform.length > 0 && waveform.length <= 200);
  });

  it('is sent as WAV of one channel at 16 kHz, of the chosen part alone, and says so', async () => {
    const attachment = { ...(await attach('tones-opus.ogg')), options: { start: 1.25, end: 1.75 } };
    const { parts, reasons } = await prepare(attachment, hearing);
    const [part] = parts;
    assert(part?.type === 'audio' && parts.length === 1);
    assert.equal(part.label, 'tones-opus.ogg, 0:01.25 to 0:01.75:');
    assert.equal(part.blob.mediaType, 'audio/wav');
    const wav = readWav(await blobs.get(part.blob.sha256));
    assert.deepEqual([wav.channels, wav.sampleRate, Math.round(wav.seconds * 100)], [1, 16_000, 50]);
    assert(amplitude(wav, 880) > 0.15 && amplitude(wav, 440) < 0.02);
    assert.deepEqual(reasons, [
      'Only 0:01.25 to 0:01.75 of 0:03 is sent.',
      'It is mixed to one channel at 16 kHz: models listen to no more than that.',
    ]);
  });

  it('that is a small MP3 stays one, without its tags', async () => {
    const { parts, reasons } = await prepare(await attach('tones.mp3'), hearing);
    const [part] = parts;
    assert(part?.type === 'audio' && part.blob.mediaType === 'audio/mpeg');
    assert(!Buffer.from(await blobs.get(part.blob.sha256)).includes('Secret words'));
    assert.match(reasons.join(' '), /frames are sent as they are/);
  });

  it('is made smaller where it is long, and divided where servers take no more', async () => {
    const attachment = await attach('tones-16-bit.wav');
    const planned = planAttachment({ ...attachment, seconds: 7_200 }, hearing);
    assert(planned.status === 'planned');
    assert.deepEqual(planned.plan, {
      form: 'sound',
      start: 0,
      end: 7_200,
      format: 'mp3',
      sampleRate: 16_000,
      mono: true,
      maxSeconds: 1_875,
    });
  });

  it('is tried with a model of which nobody knows whether it hears', async () => {
    assert.equal(planAttachment(await attach('tones.flac'), seeing).status, 'planned');
  });

  it('stands in the way of a model that hears nothing, until the person has chosen', async () => {
    const attachment = await attach('tones.flac');
    const offersOf = (target: ModelTarget): unknown => {
      const planned = planAttachment(attachment, target);
      return planned.status === 'obstructed' && planned.obstacle;
    };
    assert.deepEqual(offersOf(deaf), { modality: 'audio', offers: ['otherModel', 'text', 'anyway'] });
    assert.deepEqual(offersOf(builtIn), { modality: 'audio', offers: ['otherModel', 'text'] });
    assert.deepEqual(offersOf({ ...hearing, api: 'responses' }), { modality: 'audio', offers: ['otherModel', 'text'] });
    assert.equal(planAttachment({ ...attachment, instead: 'anyway' }, deaf).status, 'planned');
    assert.equal(planAttachment({ ...attachment, instead: 'anyway' }, builtIn).status, 'obstructed');
  });

  it('is sent as what is said in it, with times that count from its beginning', async () => {
    const asked: Speech[] = [];
    const transcribe: AttachmentServices['transcribe'] = (speech) => {
      asked.push(speech);
      const segments = [
        { start: 0, end: 0.5, text: ' Good morning.' },
        { start: 1, end: 1.4, text: ' The cache is broken.' },
      ];
      return Promise.resolve({ text: 'Good morning. The cache is broken.', segments });
    };
    const attachment = { ...(await attach('tones-opus.ogg')), instead: 'text' as const, options: { start: 1 } };
    const prepared = await prepare(attachment, deaf, { transcribe });
    const words = '[0:01] Good morning.\n[0:02] The cache is broken.';
    assert.equal(
      await textOf(prepared),
      `Transcript of tones-opus.ogg, 0:01 to 0:03, made by speech recognition:\n\n${words}`,
    );
    assert.equal(prepared.transcript, words);
    assert.deepEqual(
      asked.map(({ name, blob }) => [name, blob.mediaType]),
      [['tones-opus.ogg', 'audio/mpeg']],
    );
  });

  it('is sent with the transcript that the person corrected, and nothing is transcribed then', async () => {
    const options = { form: 'transcript', transcript: 'Guten Morgen.' } as const;
    const prepared = await prepare({ ...(await attach('tones.flac')), options }, hearing);
    assert.equal(
      await textOf(prepared),
      'Transcript of tones.flac, made by speech recognition and corrected by hand:\n\nGuten Morgen.',
    );
  });

  describe('that the media process has no codec for', () => {
    const missing = (): Promise<never> => Promise.reject(new MediaError('codecMissing', 'Install ffmpeg.'));
    const withoutCodec = (): Pick<AttachmentServices, 'media'> => {
      const real = media();
      const isWav = (source: unknown): boolean => source instanceof Uint8Array && source[0] === 0x52;
      return {
        media: {
          ...real,
          readAudio: async (source, options) => {
            const { waveform: _waveform, ...facts } = await real.readAudio(source, options);
            return isWav(source) ? await real.readAudio(source, options) : facts;
          },
          encodeAudio: (source, request, options) =>
            isWav(source) ? real.encodeAudio(source, request, options) : missing(),
        },
      };
    };
    const tone = Float32Array.from({ length: 48_000 }, (_, index) => Math.sin((2 * Math.PI * 600 * index) / 16_000));

    it('is decoded by the browser of the panel', async () => {
      const page = { frames: missing, sound: () => Promise.resolve(tone) };
      const attachment = await attach('tones.m4a', { ...withoutCodec(), page });
      assert(attachment.waveform);
      const { parts } = await prepare({ ...attachment, options: { start: 1, end: 2 } }, hearing, {
        ...withoutCodec(),
        page,
      });
      const [part] = parts;
      assert(part?.type === 'audio');
      const wav = readWav(await blobs.get(part.blob.sha256));
      assert.equal(wav.seconds, 1);
      assert(amplitude(wav, 600) > 0.9);
    });

    it('says what would help where the browser has none either', async () => {
      const page = { frames: missing, sound: missing };
      const attachment = await attach('tones.m4a', { ...withoutCodec(), page });
      assert.equal(attachment.waveform, undefined);
      await assert.rejects(
        prepare(attachment, hearing, { ...withoutCodec(), page }),
        (error) =>
          error instanceof AttachmentError &&
          error.kind === 'codecMissing' &&
          error.message === '"tones.m4a" can\'t be attached. Install ffmpeg.',
      );
    });

    it('is transcribed as it is, for servers that read it', async () => {
      const asked: Speech[] = [];
      const transcribe: AttachmentServices['transcribe'] = (speech) => {
        asked.push(speech);
        return Promise.resolve({ text: 'Hello.', segments: [] });
      };
      const attachment = { ...(await attach('tones.m4a', withoutCodec())), instead: 'text' as const };
      const prepared = await prepare(attachment, deaf, { ...withoutCodec(), transcribe });
      assert.match(await textOf(prepared), /\n\nHello\.$/);
      assert.equal(asked[0]?.blob.sha256, attachment.source.sha256);
    });
  });

  it('takes options that are its own and lie within it', async () => {
    const attachment = await attach('tones-16-bit.wav');
    const check = (options: object) => checkOptions(attachment, options);
    assert.deepEqual(check({ start: 0, end: 3, form: 'sound', page: 4 }), {
      status: 'valid',
      options: { form: 'sound' },
    });
    assert.deepEqual(check({ start: 1, end: 2, quality: 'speech' }), {
      status: 'valid',
      options: { start: 1, end: 2, quality: 'speech' },
    });
    for (const refused of [{ start: -1 }, { start: 2, end: 1 }, { end: 9 }, { form: 'video' }, { start: '1' }]) {
      assert.equal(check(refused).status, 'refused', JSON.stringify(refused));
    }
  });
});
