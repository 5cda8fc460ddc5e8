/** Decoded sound. */
export interface PcmBlock {
  /** Samples a second. */
  readonly sampleRate: number;
  /** Between -1 and 1, one list for each channel, all of the same length. */
  readonly channels: readonly Float32Array[];
}

export interface TimeRange {
  /** Seconds from the beginning. */
  readonly start: number;
  /** Seconds from the beginning. */
  readonly end: number;
}

export function lengthOf({ channels }: PcmBlock): number {
  return channels[0]?.length ?? 0;
}

export function slicePcm({ sampleRate, channels }: PcmBlock, from: number, to?: number): PcmBlock {
  return { sampleRate, channels: channels.map((samples) => samples.subarray(from, to)) };
}

/** Mixed to one channel; more than two always are, for neither MP3 nor models take them. */
export function mix({ sampleRate, channels }: PcmBlock, mono: boolean): PcmBlock {
  return { sampleRate, channels: channels.length > (mono ? 1 : 2) ? [sum(channels)] : channels };
}

/** The mean of two; of more, speech is often in one alone, which must stay loud enough. */
function sum(channels: readonly Float32Array[]): Float32Array {
  const factor = channels.length === 2 ? 1 / 2 : 1 / Math.sqrt(channels.length);
  const mixed = new Float32Array(channels[0]?.length ?? 0);
  for (const samples of channels) {
    for (let index = 0; index < mixed.length; index++) {
      mixed[index] = (mixed[index] ?? 0) + (samples[index] ?? 0) * factor;
    }
  }
  return mixed;
}

/** Channels one beside the other as 16-bit samples; what is too loud is cut. */
export function toInt16(block: PcmBlock): Int16Array {
  const { channels } = block;
  const samples = new Int16Array(lengthOf(block) * channels.length);
  channels.forEach((channel, offset) => {
    channel.forEach((sample, index) => {
      samples[index * channels.length + offset] = Math.round(Math.min(1, Math.max(-1, sample)) * 32_767);
    });
  });
  return samples;
}
