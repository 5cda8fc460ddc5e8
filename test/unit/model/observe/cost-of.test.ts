import assert from 'node:assert/strict';
import { costOf } from '../../../../src/model/observe/cost-of';

describe('the cost of a request', () => {
  it('counts no token twice and each at the price of its kind', () => {
    const usage = {
      inputTokens: 1_000,
      cachedInputTokens: 200,
      audioInputTokens: 300,
      outputTokens: 500,
      audioOutputTokens: 100,
      reasoningTokens: 50,
    };
    const price = { input: 1, cachedInput: 0.1, audioInput: 10, output: 4, audioOutput: 40 };
    assertDollars(costOf(usage, price, 0), (500 * 1 + 200 * 0.1 + 300 * 10 + 400 * 4 + 100 * 40) / 1e6);
  });

  it('adds the price of the request and of each picture', () => {
    const cost = costOf({ inputTokens: 0, outputTokens: 0 }, { input: 1, output: 1, request: 0.01, image: 0.002 }, 3);
    assertDollars(cost, 0.016);
  });

  it('takes the plain price for kinds that have none', () => {
    const usage = { inputTokens: 10, cachedInputTokens: 4, outputTokens: 10, audioOutputTokens: 5 };
    assertDollars(costOf(usage, { input: 1, output: 2 }, 0), 30 / 1e6);
  });

  it('is never less than nothing where the parts are more than the whole', () => {
    const usage = { inputTokens: 10, cachedInputTokens: 10, audioInputTokens: 5, outputTokens: 0 };
    assertDollars(costOf(usage, { input: 100, cachedInput: 0, output: 0, audioInput: 1 }, 0), 5 / 1e6);
  });
});

function assertDollars(cost: ReturnType<typeof costOf>, dollars: number): void {
  assert.equal(cost.source, 'price');
  assert(Math.abs(cost.dollars - dollars) < 1e-12, `${cost.dollars} is not ${dollars}`);
}
