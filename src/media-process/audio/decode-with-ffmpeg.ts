import type { RunFfmpeg } from '../ffmpeg/run-ffmpeg';
import type { PacketFormat } from './packet-decoder';
import type { PcmBlock, TimeRange } from './pcm';

/** Seconds that are decoded at once: 16-bit stereo at 48 kHz then takes 58 MB. */
const pieceSeconds = 300;

/** For one piece; ffmpeg decodes sound some hundred times as fast as it plays. */
const milliseconds = 60_000;

/** Samples a second that are enough to see how long and how loud a sound is. */
const measuringRate = 8_000;

const bytesPerSample = 2;

/** Decodes a part of a sound with the person's own ffmpeg, a piece at a time. */
export async function* decodeWithFfmpeg(
  run: RunFfmpeg,
  { start, end }: TimeRange,
  format: Pick<PacketFormat, 'channels' | 'sampleRate'> = { channels: 2, sampleRate: 48_000 },
): AsyncGenerator<PcmBlock> {
  const channels = Math.min(2, format.channels);
  const { sampleRate } = format;
  for (let from = start; from < end; from += pieceSeconds) {
    const seconds = Math.min(pieceSeconds, end - from);
    const bytes = await run({
      input: ['-ss', String(from), '-t', String(seconds)],
      output: ['-map', '0:a:0', '-ac', String(channels), '-ar', String(sampleRate), '-f', 's16le'],
      maxBytes: Math.ceil(seconds + 1) * sampleRate * channels * bytesPerSample,
      milliseconds,
    });
    yield fromInt16(bytes, { channels, sampleRate });
  }
}

/** Seconds of a sound whose container tells nothing of it. */
export async function measureWithFfmpeg(run: RunFfmpeg): Promise<number> {
  const bytes = await run({
    output: ['-map', '0:a:0', '-ac', '1', '-ar', String(measuringRate), '-f', 's16le'],
    maxBytes: 512 * 1024 * 1024,
    milliseconds,
  });
  return bytes.byteLength / bytesPerSample / measuringRate;
}

function fromInt16(
  bytes: Buffer,
  { channels, sampleRate }: { readonly channels: number; readonly sampleRate: number },
): PcmBlock {
  const length = Math.floor(bytes.byteLength / bytesPerSample / channels);
  const samples = (channel: number): Float32Array =>
    Float32Array.from(
      { length },
      (_, index) => bytes.readInt16LE((index * channels + channel) * bytesPerSample) / 32_768,
    );
  return { sampleRate, channels: Array.from({ length: channels }, (_, channel) => samples(channel)) };
}
