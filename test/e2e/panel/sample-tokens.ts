import type { TokenProbability } from '../../../src/shared/answer-parts';

const words: readonly (readonly [token: string, probability: number, ...others: readonly [string, number][]])[] = [
  ['The', 0.97],
  [' chart', 0.86, [' graph', 0.09], [' picture', 0.03]],
  [' shows', 0.99],
  [' a', 0.62, [' two', 0.21], [' the', 0.1]],
  [' peak', 0.31, [' spike', 0.44], [' jump', 0.12]],
  [' of', 0.9],
  [' **', 0.55],
  ['4', 0.96],
  ['.', 0.999],
  ['2', 0.12, ['1', 0.6], ['3', 0.14]],
  [' %', 0.88],
  ['**', 0.99],
  [' around', 0.4, [' at', 0.52]],
  [' 09', 0.83],
  [':00', 0.98],
  ['.', 0.7],
  ['\n\n', 0.95],
  ['Nothing', 0.08, ['The', 0.5], ['All', 0.2]],
  [' else', 0.93],
  [' stands', 0.98],
  [' out', 0.9999],
  ['.', 0.99],
];

/** An answer as the model weighed it. */
export const tokens: readonly TokenProbability[] = words.map(([token, probability, ...others]) => ({
  token,
  logprob: Math.log(probability),
  alternatives: [[token, probability] as const, ...others].map(([other, chance]) => ({
    token: other,
    logprob: Math.log(chance),
  })),
}));
