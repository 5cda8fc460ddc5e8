import assert from 'node:assert/strict';
import type { ModelPrice } from '../../../src/shared/capabilities';
import type { Cost } from '../../../src/shared/usage';
import { budgetLevel, checkBudget, formatBudget, mayCostMoney } from '../../../src/usage/budget';
import { localDay, monthOf } from '../../../src/usage/local-day';
import type { UsageEntry } from '../../../src/usage/usage-entry';
import { entry } from './entries';

const today = localDay(Date.now());
const paid = { endpoint: 'Server', model: 'eyes-1', mayCostMoney: true };

describe('a budget', () => {
  it('is nearly reached at 80 % and reached at all of it', () => {
    assert.deepEqual(
      [0, 7.99, 8, 9.99, 10, 11].map((spent) => budgetLevel(10, spent)),
      ['within', 'within', 'nearlyReached', 'nearlyReached', 'reached', 'reached'],
    );
    assert.equal(budgetLevel(0, 0), 'reached');
  });

  it('stops requests once the month has cost it, with the amount and the month', async () => {
    const months: string[] = [];
    const options = {
      recorded: (month: string) => {
        months.push(month);
        return Promise.resolve([entry(today), entry(today)]);
      },
    };
    await checkBudget({ ...options, budget: () => 0.03 }, paid);
    await assert.rejects(checkBudget({ ...options, budget: () => 0.02 }, paid), (error: unknown) => {
      assert(error instanceof Error && 'kind' in error);
      assert.equal(error.kind, 'budgetReached');
      assert.match(error.message, /\$0\.02.*20\d\d/);
      return true;
    });
    assert.deepEqual(months, [monthOf(today), monthOf(today)]);
  });

  it('lets a model through that costs nothing, until its server has charged for it', async () => {
    const free = { endpoint: 'Gateway', model: 'eyes-1', mayCostMoney: false };
    const charged = (change: Partial<UsageEntry>) =>
      entry(today, {
        endpoint: 'Gateway',
        usage: { inputTokens: 1, outputTokens: 1, cost: { dollars: 1, source: 'server' } },
        ...change,
      });
    const check = (...recorded: readonly UsageEntry[]) =>
      checkBudget({ budget: () => 0.01, recorded: () => Promise.resolve([entry(today), ...recorded]) }, free);
    const nothing: Cost = { dollars: 0, source: 'server' };
    await check();
    await check(charged({ endpoint: 'Other' }), charged({ model: 'eyes-2' }));
    await check(charged({ usage: { inputTokens: 1, outputTokens: 1, cost: nothing } }));
    await assert.rejects(check(charged({})), { kind: 'budgetReached' });
  });

  it('is written as money, however small', () => {
    assert.deepEqual([0, 0.0042, 0.05, 0.4, 12.5, 1_000].map(formatBudget), [
      '$0.00',
      '$0.0042',
      '$0.05',
      '$0.40',
      '$12.50',
      '$1,000.00',
    ]);
  });

  it('reads nothing where there is none', async () => {
    await checkBudget({ budget: () => undefined, recorded: () => Promise.reject(new Error('Read.')) }, paid);
  });
});

describe('a model that may cost money', () => {
  const free: ModelPrice = { input: 0, output: 0 };

  for (const [what, price, isLocal, expected] of [
    ['one of this machine', undefined, true, false],
    ['one of this machine with a price', { input: 1, output: 0 }, true, true],
    ['one whose price is not known', undefined, false, true],
    ['one that is free', free, false, false],
    ['one that is paid by the request', { ...free, request: 0.01 }, false, true],
  ] as const) {
    it(`${expected ? 'is' : 'is not'} ${what}`, () => {
      assert.equal(mayCostMoney(price, isLocal), expected);
    });
  }
});
