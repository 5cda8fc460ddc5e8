import { t } from '@vscode/l10n';
import { wavFile } from '../../util/wav';
import type { AudioRequest, EncodedAudio } from '../audio-service';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { copyMp3 } from './copy-mp3';
import { type Sound, withSound } from './decode-sound';
import { headerPatience, stepPatience } from './patience';
import { lengthOf, mix, type PcmBlock, toInt16 } from './pcm';
import { resample } from './resample';
import { type Piece, splitPieces } from './split-pieces';

/** A part of a sound in new files that hold nothing but the sound. */
export async function encodeAudio(
  { source, request }: LoadedInput<'encodeAudio'>,
  context: TaskContext,
): Promise<readonly EncodedAudio[]> {
  context.progress({ patienceMilliseconds: headerPatience });
  return await withSound(source, context, async (sound) => {
    context.progress({ patienceMilliseconds: stepPatience });
    const range = { ...request, end: Math.min(request.end, sound.seconds) };
    const pieces =
      sound.file && canCopy(sound.file, request)
        ? await copyMp3(sound.file, range)
        : await encodePieces(sound, range, context);
    if (pieces.length === 0) {
      throw corruptRecording(t('there is no sound that can be decoded in the chosen part'));
    }
    return pieces;
  });
}

/** Nothing is gained by decoding what is an MP3 already. */
function canCopy(
  { mediaType, format }: NonNullable<Sound['file']>,
  { format: wanted, mono, sampleRate }: AudioRequest,
) {
  return (
    wanted === 'mp3' &&
    mediaType === 'audio/mpeg' &&
    format.codec === 'mp3' &&
    (mono !== true || format.channels === 1) &&
    (sampleRate === undefined || sampleRate >= format.sampleRate)
  );
}

async function encodePieces(
  sound: Sound,
  request: AudioRequest,
  context: TaskContext,
): Promise<readonly EncodedAudio[]> {
  const { start, end, mono = false, format, maxSeconds } = request;
  const blocks = progressing(sound.decode({ start, end }), end - start, context);
  const sampleRate = rateFor(request, sound.file?.format.sampleRate ?? 48_000);
  const encoded: EncodedAudio[] = [];
  for await (const piece of splitPieces(resample(mixed(blocks, mono), sampleRate), maxSeconds)) {
    const channels = piece.blocks[0]?.channels.length ?? 1;
    const seconds = piece.blocks.reduce((sum, block) => sum + lengthOf(block), 0) / sampleRate;
    const bytes =
      format === 'wav'
        ? encodeWav(piece, { channels, sampleRate })
        : await encodeMp3(piece, { channels, sampleRate }, context);
    encoded.push({
      bytes,
      mediaType: format === 'wav' ? 'audio/wav' : 'audio/mpeg',
      start: start + piece.start,
      seconds,
    });
    context.progress({});
  }
  return encoded;
}

async function* mixed(blocks: AsyncIterable<PcmBlock>, mono: boolean): AsyncGenerator<PcmBlock> {
  for await (const block of blocks) {
    yield mix(block, mono);
  }
}

async function* progressing(
  blocks: AsyncIterable<PcmBlock>,
  seconds: number,
  context: TaskContext,
): AsyncGenerator<PcmBlock> {
  let done = 0;
  for await (const block of blocks) {
    context.signal.throwIfAborted();
    done += lengthOf(block) / block.sampleRate;
    context.progress({ fraction: Math.min(1, done / seconds) });
    yield block;
  }
}

/** Rates that MP3 has (ISO/IEC 11172-3 and 13818-3). */
const mp3Rates = [16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

/** Never more samples than the sound has, but for MP3, which lacks low rates. */
function rateFor({ sampleRate, format }: AudioRequest, own: number): number {
  const wanted = Math.min(sampleRate ?? own, own);
  return format === 'wav' ? wanted : (mp3Rates.find((rate) => rate >= wanted) ?? 48_000);
}

interface Format {
  readonly channels: number;
  readonly sampleRate: number;
}

function encodeWav({ blocks }: Piece, format: Format): Uint8Array {
  const samples = blocks.map((block) => toInt16(block));
  return wavFile(Buffer.concat(samples.map(({ buffer }) => new Uint8Array(buffer))), format);
}

/** Bits a second: of one channel at 16 kHz as speech needs them, of more as music does. */
const speechBitrate = 64_000;
const musicBitrate = 160_000;

async function encodeMp3({ blocks }: Piece, format: Format, context: TaskContext): Promise<Uint8Array> {
  const { encodeMp3: encode } = await import('./encode-mp3');
  const bitrate = format.channels === 1 && format.sampleRate <= 16_000 ? speechBitrate : musicBitrate;
  const onStep = (): void => {
    context.signal.throwIfAborted();
    context.progress({});
  };
  return await encode(blocks, { ...format, bitrate, onStep });
}
