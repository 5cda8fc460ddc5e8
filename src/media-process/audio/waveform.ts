import { t } from '@vscode/l10n';
import type { Sound } from './decode-sound';
import { lengthOf, mix, type PcmBlock } from './pcm';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';

const maxValues = 200;

/** Values of a second for what is shorter. */
const valuesPerSecond = 20;

/** Seconds of each value that are listened to in a long sound, so that its length hardly matters. */
const sampleSeconds = 0.5;

/**
 * How loud a sound is over its whole length, 0 to 255: the square root of its effective value, which shows quiet speech
 * beside loud music.
 */
export async function drawWaveform(sound: Sound, onProgress: (fraction: number) => void): Promise<readonly number[]> {
  const { seconds, seeksFast } = sound;
  const count = Math.max(1, Math.min(maxValues, Math.round(seconds * valuesPerSecond)));
  const step = seconds / count;
  const meter = new Meter(count, step);
  if (!seeksFast || step < 2 * sampleSeconds) {
    for await (const block of sound.decode({ start: 0, end: seconds })) {
      meter.add(block);
      onProgress(meter.time / seconds);
    }
  } else {
    for (let index = 0; index < count; index++) {
      meter.time = (index + 0.5) * step - sampleSeconds / 2;
      for await (const block of sound.decode({ start: meter.time, end: meter.time + sampleSeconds })) {
        meter.add(block);
      }
      onProgress(index / count);
    }
  }
  if (meter.isSilentForLackOfSamples) {
    throw corruptRecording(t('none of its sound can be decoded'));
  }
  return meter.values;
}

/** Adds up the power of each part of a sound. */
class Meter {
  /** Seconds at which the next block begins. */
  time = 0;
  readonly #powers: Float64Array;
  readonly #counts: Float64Array;
  readonly #step: number;

  constructor(count: number, step: number) {
    this.#powers = new Float64Array(count);
    this.#counts = new Float64Array(count);
    this.#step = step;
  }

  get isSilentForLackOfSamples(): boolean {
    return this.#counts.every((count) => count === 0);
  }

  get values(): readonly number[] {
    return Array.from(this.#powers, (power, index) => {
      const effective = Math.sqrt(power / Math.max(1, this.#counts[index] ?? 0));
      return Math.round(255 * Math.min(1, Math.sqrt(effective)));
    });
  }

  add(block: PcmBlock): void {
    const [samples] = mix(block, true).channels;
    samples?.forEach((sample, index) => {
      const place = Math.min(this.#powers.length - 1, Math.floor((this.time + index / block.sampleRate) / this.#step));
      this.#powers[place] = (this.#powers[place] ?? 0) + sample * sample;
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    });
    this.time += lengthOf(block) / block.sampleRate;
  }
}
