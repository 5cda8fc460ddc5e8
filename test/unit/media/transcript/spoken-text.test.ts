import assert from 'node:assert/strict';
import { spokenText } from '../../../../media/transcript/spoken-text';

describe('what is read aloud of an answer', () => {
  it('is its words without the marks of markdown', () => {
    assert.equal(
      spokenText('# Errors\n\n**Checkout** peaks at [nine](https://a.example).\n\n- one\n- two'),
      'Errors Checkout peaks at nine. one two',
    );
    assert.equal(spokenText('| A | B |\n|---|---|\n| 1 | 2 |'), 'A B 1 2');
  });

  it('is code with its language, without what is done with it', () => {
    assert.equal(spokenText('Run:\n\n```sh\nnpm test\n```'), 'Run: sh npm test');
  });

  it('is no more than the beginning, up to the end of a word', () => {
    const spoken = spokenText('many words '.repeat(1_000));
    assert(spoken.length <= 301, spoken);
    assert.match(spoken, /^many words .* (many|words)…$/);
    assert.equal(spokenText('あ'.repeat(400)), `${'あ'.repeat(300)}…`);
  });

  it('is nothing of an answer that has no text', () => {
    assert.equal(spokenText(''), '');
  });
});
