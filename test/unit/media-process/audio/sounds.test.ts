import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AudioRequest } from '../../../../src/media-process/audio-service';
import { MediaError } from '../../../../src/media-process/media-service';
import { ensureFfmpeg } from '../../../workbench/install-ffmpeg.mjs';
import { useMediaService } from '../media-service-for-tests';
import { amplitude, readWav } from './read-wav';

const sound = (name: string): Buffer => readFileSync(`test/fixtures/sounds/${name}`);

/** With their codec, channels and samples a second. */
const readable: Readonly<Record<string, readonly [codec: string, channels: number, sampleRate: number]>> = {
  'tones.mp3': ['mp3', 2, 44_100],
  'tones-opus.ogg': ['opus', 1, 48_000],
  'tones-surround-opus.ogg': ['opus', 6, 48_000],
  'tones-vorbis.ogg': ['vorbis', 1, 44_100],
  'tones-opus.webm': ['opus', 1, 48_000],
  'tones.flac': ['flac', 1, 22_050],
  'tones-8-bit.wav': ['pcm-u8', 1, 8_000],
  'tones-16-bit.wav': ['pcm-s16', 1, 8_000],
  'tones-24-bit.wav': ['pcm-s24', 1, 8_000],
  'tones-32-bit.wav': ['pcm-s32', 1, 8_000],
  'tones-float.wav': ['pcm-f32', 1, 8_000],
  'tones-mu-law.wav': ['ulaw', 1, 8_000],
  'tones-vp8-opus.webm': ['opus', 1, 48_000],
  'tones-h264-mp3.mp4': ['mp3', 2, 44_100],
};

const speech = { format: 'wav', sampleRate: 16_000, mono: true } as const;

describe('sounds', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const encode = async (name: string, request: AudioRequest) => {
    const pieces = await media().encodeAudio(sound(name), request);
    return pieces.map((piece) => ({ ...piece, bytes: Buffer.from(piece.bytes) }));
  };
  const failure = async (work: Promise<unknown>): Promise<MediaError> => {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert(error instanceof MediaError);
    return error;
  };

  for (const [name, [codec, channels, sampleRate]] of Object.entries(readable)) {
    it(`are read from ${name}, and any part of them is cut out where it was asked`, async () => {
      const facts = await media().readAudio(sound(name));
      assert.deepEqual([facts.codec, facts.channels, facts.sampleRate], [codec, channels, sampleRate]);
      assert(Math.abs(facts.seconds - 3) < 0.1, String(facts.seconds));
      assert(facts.waveform && facts.waveform.length >= 58 && facts.waveform.length <= 62);
      assert(facts.waveform.slice(2, -3).every((value) => value > 80 && value < 220));

      const [piece, ...others] = await encode(name, { start: 0.5, end: 1.75, ...speech });
      assert(piece && others.length === 0);
      const wav = readWav(piece.bytes);
      assert.deepEqual([wav.channels, wav.sampleRate], [1, Math.min(16_000, sampleRate)]);
      assert(Math.abs(wav.seconds - 1.25) < 0.002, String(wav.seconds));
      assert.deepEqual([piece.start, piece.mediaType], [0.5, 'audio/wav']);
      // 440 Hz ends, and 880 Hz begins, after a second.
      assert(amplitude(wav, 440, 0, 0.45) > 0.15 && amplitude(wav, 880, 0, 0.45) < 0.02);
      assert(amplitude(wav, 880, 0.55, 1.2) > 0.15 && amplitude(wav, 440, 0.55, 1.2) < 0.02);
    });
  }

  it('become MP3 of the asked part', async () => {
    const [piece] = await encode('tones-16-bit.wav', {
      start: 1.1,
      end: 1.9,
      format: 'mp3',
      mono: true,
      sampleRate: 16_000,
    });
    assert(piece);
    assert.equal(piece.mediaType, 'audio/mpeg');
    const [decoded] = await media().encodeAudio(piece.bytes, { start: 0, end: 10, format: 'wav' });
    assert(decoded);
    const wav = readWav(decoded.bytes);
    assert(Math.abs(wav.seconds - 0.8) < 0.15, String(wav.seconds));
    assert(amplitude(wav, 880, 0.2, 0.7) > 0.4);
  });

  it('that are MP3 stay the same frames, without their tags', async () => {
    const source = sound('tones.mp3');
    assert(source.includes('Secret words'));
    const [piece] = await encode('tones.mp3', { start: 0, end: 10, format: 'mp3' });
    assert(piece && !piece.bytes.includes('Secret words') && !piece.bytes.includes('TIT2'));
    const middle = source.subarray(12_000, 12_400);
    assert(piece.bytes.includes(middle));
    const [part] = await encode('tones.mp3', { start: 2.2, end: 2.8, format: 'mp3' });
    assert(part && part.bytes.length < source.length / 3 && part.bytes.length > source.length / 8);
  });

  it('keep nothing of a title, wherever it was', async () => {
    for (const name of ['tones-16-bit.wav', 'tones.flac']) {
      assert(sound(name).includes('Secret words'));
      const [piece] = await encode(name, { start: 0, end: 3, format: 'wav' });
      assert(piece && !piece.bytes.includes('Secret words'));
    }
  });

  it('are divided into pieces that are no longer than asked, and lose nothing', async () => {
    const pieces = await encode('tones-opus.ogg', { start: 0, end: 3, ...speech, maxSeconds: 1.25 });
    assert(pieces.length >= 3);
    let next = 0;
    for (const { bytes, start, seconds } of pieces) {
      assert(Math.abs(start - next) < 0.001 && seconds <= 1.25);
      assert(Math.abs(readWav(bytes).seconds - seconds) < 0.001);
      next = start + seconds;
    }
    assert(Math.abs(next - 3) < 0.01, String(next));
  });

  it('that are damaged give what is left of them', async () => {
    const cut = await media().readAudio(sound('cut.ogg'));
    assert(cut.seconds > 0.8 && cut.seconds < 2.5, String(cut.seconds));
    const [piece] = await encode('hole.mp3', { start: 0, end: 3, ...speech });
    assert(piece && amplitude(readWav(piece.bytes), 1_320, 2.2, 2.8) > 0.3);
  });

  it('that hold nothing are refused with a way on', async () => {
    for (const bytes of [sound('header-only.ogg'), Buffer.from('ID3 but nothing else'), Buffer.alloc(5_000, 0xff)]) {
      const { kind, message } = await failure(media().readAudio(bytes));
      assert(['corrupt', 'unsupportedFormat'].includes(kind), kind);
      assert.match(message, /attach that\.$/);
    }
  });

  it('whose header is damaged are refused before anything is decoded', async () => {
    const damages = [
      [22, 65_535, /65,535 channels/],
      [22, 0, /0 channels/],
      [24, 0, /0 samples a second/],
      [32, 0, /0 bytes/],
      [32, 65_535, /65,535 bytes/],
    ] as const;
    for (const [offset, value, reason] of damages) {
      const bytes = Buffer.from(sound('tones-16-bit.wav'));
      bytes.writeUInt16LE(value, offset);
      const { kind, message } = await failure(media().readAudio(bytes));
      assert.equal(kind, 'corrupt');
      assert.match(message, reason);
    }
  });

  it('of which no part was chosen are refused', async () => {
    assert.equal((await failure(encode('tones.flac', { start: 40, end: 50, ...speech }))).kind, 'corrupt');
  });

  describe('with a codec that nothing here has', () => {
    const path = process.env['PATH'];
    before(() => (process.env['PATH'] = '/nonexistent'));
    after(() => (process.env['PATH'] = path));
    // Its process starts with the first call, and has the PATH of that moment.
    const withoutFfmpeg = useMediaService();

    it('say so, and name ffmpeg, where there is none', async () => {
      const facts = await withoutFfmpeg().readAudio(sound('tones.m4a'));
      assert.deepEqual([facts.codec, facts.waveform], ['aac', undefined]);
      assert(Math.abs(facts.seconds - 3) < 0.1);
      const request = { start: 0, end: 1, ...speech };
      const { kind, message } = await failure(withoutFfmpeg().encodeAudio(sound('tones.m4a'), request));
      assert.equal(kind, 'codecMissing');
      assert.match(message, /\(aac\).*Install ffmpeg so that it is on PATH/);
    });
  });

  describe('with a codec that ffmpeg has', () => {
    before(async () => assert.equal(await ensureFfmpeg(), undefined));

    for (const name of ['tones.m4a', 'tones.aac']) {
      it(`are read from ${name}, and any part of them is cut out where it was asked`, async () => {
        const facts = await media().readAudio(sound(name));
        assert.equal(facts.codec, 'aac');
        assert(facts.waveform && facts.waveform.length >= 58);
        const [piece] = await encode(name, { start: 0.5, end: 1.75, ...speech });
        assert(piece);
        const wav = readWav(piece.bytes);
        assert(Math.abs(wav.seconds - 1.25) < 0.03, String(wav.seconds));
        assert(amplitude(wav, 440, 0, 0.4) > 0.15 && amplitude(wav, 880, 0, 0.4) < 0.02);
        assert(amplitude(wav, 880, 0.6, 1.2) > 0.15 && amplitude(wav, 440, 0.6, 1.2) < 0.02);
      });
    }
  });
});
