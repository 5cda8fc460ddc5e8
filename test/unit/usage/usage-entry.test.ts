import assert from 'node:assert/strict';
import { formatEntry, parseEntry, type UsageEntry } from '../../../src/usage/usage-entry';
import { entry } from './entries';

const whole: Required<UsageEntry> = {
  ...entry('2026-11-21'),
  conversationId: 'c',
  isLocal: false,
  requests: 2,
  estimatedInputTokens: 90,
  usage: {
    inputTokens: 100,
    outputTokens: 10,
    cachedInputTokens: 5,
    reasoningTokens: 4,
    audioInputTokens: 3,
    audioOutputTokens: 2,
    isEstimated: true,
    cost: { dollars: 0.01, source: 'price' },
  },
};

describe('a line of the usage ledger', () => {
  it('is read as it was written', () => {
    assert.deepEqual(parseEntry(formatEntry(whole)), whole);
  });

  for (const [name, value] of [
    ['conversationId', { evil: true }],
    ['conversationId', null],
    ['isLocal', 'yes'],
    ['requests', -1],
    ['estimatedInputTokens', 'many'],
  ] as const) {
    it(`counts without its ${name} when that is ${JSON.stringify(value)}`, () => {
      const { [name]: _left, ...rest } = whole;
      assert.deepEqual(parseEntry(JSON.stringify({ ...whole, [name]: value })), rest);
    });
  }

  for (const [name, value] of [
    ['cachedInputTokens', '5'],
    ['isEstimated', 1],
    ['cost', { dollars: 1, source: 'rumour' }],
  ] as const) {
    it(`counts without the ${name} of its usage when that is ${JSON.stringify(value)}`, () => {
      const { [name]: _left, ...usage } = whole.usage;
      const line = JSON.stringify({ ...whole, usage: { ...whole.usage, [name]: value } });
      assert.deepEqual(parseEntry(line), { ...whole, usage });
    });
  }

  for (const line of [
    '',
    'null',
    '[]',
    '{"time":1',
    JSON.stringify({ ...whole, time: '1' }),
    JSON.stringify({ ...whole, day: 'today' }),
    JSON.stringify({ ...whole, usage: { ...whole.usage, inputTokens: -1 } }),
    JSON.stringify({ ...whole, usage: null }),
  ]) {
    it(`is none when it is ${line.slice(0, 20) || 'empty'}… of ${line.length} characters`, () => {
      assert.equal(parseEntry(line), undefined);
    });
  }
});
