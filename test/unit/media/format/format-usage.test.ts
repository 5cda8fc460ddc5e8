import assert from 'node:assert/strict';
import { chatUsage, describeChatUsage, formatChatUsage } from '../../../../media/format/chat-usage';
import { formatDollars } from '../../../../media/format/format-money';
import { describeUsage, formatUsage } from '../../../../media/format/format-usage';
import type { Message } from '../../../../src/shared/conversation';
import type { TokenUsage } from '../../../../src/shared/usage';

const usage: TokenUsage = { inputTokens: 1234, outputTokens: 56, cost: { dollars: 0.0042, source: 'price' } };

describe('what an answer used', () => {
  it('is money in as many digits as say something', () => {
    const cases: [number, string][] = [
      [0, '$0'],
      [0.00001, 'under $0.0001'],
      [0.00423, '$0.0042'],
      [0.042, '$0.042'],
      [0.0999, '$0.10'],
      [0.5, '$0.50'],
      [1234.5, '$1,234.50'],
    ];
    cases.forEach(([dollars, text]) => assert.equal(formatDollars(dollars), text));
  });

  it('is tokens and money in one line, marked where it is estimated', () => {
    assert.equal(formatUsage(usage), '1,234 in · 56 out · $0.0042');
    assert.equal(formatUsage({ ...usage, isEstimated: true }), '≈ 1,234 in · 56 out · ≈ $0.0042');
  });

  it('tells on demand what is part of what and who says the price', () => {
    const spoken = { ...usage, audioInputTokens: 200, audioOutputTokens: 40, reasoningTokens: 8 };
    assert.equal(
      describeUsage(spoken),
      [
        '1,234 tokens sent, 200 of them sound',
        '56 tokens received, 8 of them reasoning, 40 of them sound',
        "$0.0042 by the model's price for these tokens",
      ].join('\n'),
    );
    assert.match(describeUsage({ ...usage, cost: { dollars: 1, source: 'server' } }), /\$1\.00 says the server$/);
    assert.match(describeUsage({ ...usage, isEstimated: true }), /^The server counted nothing/);
  });
});

describe('what a chat used', () => {
  it('is nothing before an answer was counted', () => {
    assert.equal(chatUsage([]), undefined);
    assert.equal(chatUsage([answer(undefined)]), undefined);
  });

  it('is the money of its answers, where any is known', () => {
    const total = chatUsage([answer(usage), answer(usage), answer({ inputTokens: 10, outputTokens: 1 })]);
    assert.ok(total);
    assert.equal(formatChatUsage(total), '$0.0084');
    assert.equal(
      describeChatUsage(total),
      'This chat: 2,478 tokens sent, 113 tokens received\n$0.0084\nWithout one answer whose price is not known',
    );
  });

  it('is tokens where no price is known, and says when some are estimates', () => {
    const total = chatUsage([answer({ inputTokens: 12_000, outputTokens: 400, isEstimated: true })]);
    assert.ok(total);
    assert.equal(formatChatUsage(total), '≈ 12.4K tokens');
    assert.match(describeChatUsage(total), /Some of it is estimated\.$/);
  });
});

function answer(used: TokenUsage | undefined): Message {
  return {
    role: 'assistant',
    id: 'a',
    createdAt: 0,
    model: { endpoint: '', model: '' },
    text: '',
    reasoning: '',
    status: 'complete',
    ...(used && { usage: used }),
  };
}
