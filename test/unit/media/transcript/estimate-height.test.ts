import assert from 'node:assert/strict';
import { estimateHeight } from '../../../../media/transcript/estimate-height';
import { answer, picture, question } from '../../../e2e/panel/sample-state';

describe('the guess how high a message will be', () => {
  const narrow = 240;
  const wide = 480;
  const estimates = (text: string) => {
    const message = answer('a', { text });
    return [estimateHeight(message, narrow), estimateHeight(message, wide)] as const;
  };

  it('grows with a text as the column gets narrower', () => {
    const [inNarrow, inWide] = estimates('Words of an answer. '.repeat(200));
    assert.ok(inNarrow / inWide > 1.8, `${inNarrow} and ${inWide} pixels`);
  });

  it('is the same for code and tables, which are scrolled sideways', () => {
    const [inNarrow, inWide] = estimates(`\`\`\`ts\n${'const answer = 42;\n'.repeat(50)}\`\`\`\n| a | b |\n| - | - |`);
    assert.equal(inNarrow, inWide);
    assert.ok(inWide > 50 * 15);
  });

  it('takes a picture of a question into account', () => {
    const bare = estimateHeight(question('q1', 'Why?'), wide);
    assert.ok(estimateHeight(question('q2', 'Why?', [picture('p1', 'a.png')]), wide) > bare + 100);
  });
});
