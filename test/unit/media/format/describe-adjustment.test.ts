import assert from 'node:assert/strict';
import { describeAdjusted, describeAdjustment } from '../../../../media/format/describe-adjustment';

describe('what a server refused', () => {
  it('is one sentence for all that was left out', () => {
    assert.equal(
      describeAdjusted([{ type: 'omitted', parameter: 'temperature' }]),
      'Sent without temperature: the server refused it. Iris remembers this.',
    );
    const many = ['seed', 'n', 'stop', 'seed'].map((parameter) => ({ type: 'omitted', parameter }) as const);
    assert.match(describeAdjusted(many), /^Sent without seed, n and stop: the server refused them\. /);
  });

  it('names a value where only that was refused', () => {
    const omitted = { type: 'omitted', parameter: 'reasoning_effort', value: 'xhigh' } as const;
    assert.equal(describeAdjustment(omitted), 'reasoning_effort "xhigh" is not sent: the server refused this value.');
    assert.equal(
      describeAdjusted([omitted]),
      'Sent without reasoning_effort "xhigh": the server refused it. Iris remembers this.',
    );
  });

  it('is told with the new name where it only goes by another one', () => {
    const renamed = { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' } as const;
    assert.equal(describeAdjusted([renamed]), 'Sent max_completion_tokens as max_tokens. Iris remembers this.');
    assert.equal(describeAdjustment(renamed), 'max_completion_tokens is sent as max_tokens: the server wants it so.');
  });
});
