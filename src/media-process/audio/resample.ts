import type { PcmBlock } from './pcm';
import { Resampler } from './resampler';

/** The same sound at another rate; at its own where that is the same. */
export async function* resample(blocks: AsyncIterable<PcmBlock>, sampleRate: number): AsyncGenerator<PcmBlock> {
  let resamplers: readonly Resampler[] | undefined;
  for await (const block of blocks) {
    if (block.sampleRate === sampleRate) {
      yield block;
      continue;
    }
    resamplers ??= block.channels.map(() => new Resampler(block.sampleRate, sampleRate));
    yield { sampleRate, channels: resamplers.map((resampler, index) => resampler.add(block.channels[index] ?? empty)) };
  }
  if (resamplers) {
    yield { sampleRate, channels: resamplers.map((resampler) => resampler.finish()) };
  }
}

const empty = new Float32Array();
