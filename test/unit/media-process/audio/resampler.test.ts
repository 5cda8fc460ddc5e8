import assert from 'node:assert/strict';
import { Resampler } from '../../../../src/media-process/audio/resampler';

/** A tone, taken through the resampler in blocks of uneven length. */
function resampled(hertz: number, from: number, to: number): Float32Array {
  const input = Float32Array.from({ length: from }, (_, index) => Math.sin((2 * Math.PI * hertz * index) / from));
  const resampler = new Resampler(from, to);
  const output: number[] = [];
  for (let start = 0, size = 1; start < input.length; start += size, size = (size * 7) % 1_013) {
    output.push(...resampler.add(input.subarray(start, start + size)));
  }
  output.push(...resampler.finish());
  return Float32Array.from(output);
}

/** How much the middle of a sound differs from a tone, as its effective value against that of the tone, in decibels. */
function difference(samples: Float32Array, hertz: number, rate: number): number {
  const middle = samples.subarray(rate / 10, -rate / 10);
  const power = middle.reduce((sum, sample, index) => {
    const expected = hertz === 0 ? 0 : Math.sin((2 * Math.PI * hertz * (index + rate / 10)) / rate);
    return sum + (sample - expected) ** 2;
  }, 0);
  return 10 * Math.log10(power / middle.length / 0.5);
}

describe('resampled sound', () => {
  for (const [from, to] of [
    [44_100, 16_000],
    [48_000, 16_000],
    [96_000, 44_100],
    [22_050, 24_000],
    [44_101, 16_000],
  ] as const) {
    it(`from ${from} to ${to} Hz lasts as long, keeps its tones where they are, and adds none`, () => {
      for (const hertz of [220, 1_000, 5_000, 6_000]) {
        const output = resampled(hertz, from, to);
        assert(Math.abs(output.length - to) <= 1, `${output.length} samples`);
        const decibels = difference(output, hertz, to);
        assert(decibels < -60, `${hertz} Hz: ${decibels} dB`);
      }
    });
  }

  it('has nothing of tones that are too high for it: they would be heard as others', () => {
    for (const hertz of [9_000, 12_000, 20_000]) {
      const decibels = difference(resampled(hertz, 44_100, 16_000), 0, 16_000);
      assert(decibels < -70, `${hertz} Hz: ${decibels} dB`);
    }
  });
});
