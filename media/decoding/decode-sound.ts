import { t } from '@vscode/l10n';
import { AudioBufferSink } from 'mediabunny';
import type { DecodingTask } from '../../src/shared/decoding';
import { withRecording } from './open-recording';
import { floatWav } from './float-wav';

/** Seconds. All samples are held at once: with their copies, half an hour has some hundred megabytes. */
const maxSeconds = 30 * 60;

/** All of the sound, mixed to one channel. Throws an error whose message is a phrase. */
export async function decodeSound(
  blob: Blob,
  { sampleRate }: Extract<DecodingTask, { readonly type: 'sound' }>,
  signal: AbortSignal,
): Promise<Float32Array> {
  return await withRecording(blob, async (recording) => {
    const track = await recording.getPrimaryAudioTrack();
    if (!track) {
      throw new Error(t('it has no sound'));
    }
    const seconds = await track.computeDuration();
    if (seconds > maxSeconds) {
      throw new Error(t('it is longer than the 30 minutes of sound that the browser decodes'));
    }
    if (!(await track.canDecode())) {
      const codec = await track.getCodec();
      throw new Error(
        codec === null ? t('the browser lacks the codec of its sound') : t('the browser lacks the codec {0}', codec),
      );
    }
    const rate = await track.getSampleRate();
    const mono = new Float32Array(Math.ceil(seconds * rate));
    for await (const { buffer, timestamp } of new AudioBufferSink(track).buffers()) {
      signal.throwIfAborted();
      mix(buffer, mono, Math.round(timestamp * rate));
    }
    return rate === sampleRate ? mono : await resample(mono, rate, sampleRate);
  });
}

/** Adds the mean of all channels where they belong; what is played before the beginning or after the end is left out. */
function mix(buffer: AudioBuffer, mono: Float32Array, at: number): void {
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    const samples = buffer.getChannelData(channel);
    const end = Math.min(samples.length, mono.length - at);
    for (let index = Math.max(0, -at); index < end; index++) {
      mono[at + index] = (mono[at + index] ?? 0) + (samples[index] ?? 0) / buffer.numberOfChannels;
    }
  }
}

/** The browser resamples with a filter what it decodes, but not what it plays: so it is given a WAV file to decode. */
async function resample(samples: Float32Array, from: number, to: number): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, to);
  const decoded = await context.decodeAudioData(floatWav(samples, from));
  return decoded.getChannelData(0);
}
