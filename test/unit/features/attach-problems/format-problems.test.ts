import assert from 'node:assert/strict';
import { formatProblems, type Problem } from '../../../../src/features/attach-problems/format-problems';

describe('problems as text', () => {
  const problem: Problem = { file: 'shop/cart.js', line: 12, column: 5, severity: 'error', message: 'Not found.' };

  it('have their files, places, severities, rules, and the lines they are in', () => {
    const text = formatProblems([
      { ...problem, file: 'shop/z.js', severity: 'hint', message: 'Two\nlines.' },
      { ...problem, rule: 'ts(2304)', code: '    return total;' },
      { ...problem, line: 3, severity: 'warning' },
    ]);
    assert.equal(
      text,
      [
        'shop/cart.js',
        '  3:5 warning: Not found.',
        '  12:5 error ts(2304): Not found.',
        '    > return total;',
        '',
        'shop/z.js',
        '  12:5 hint: Two',
        '    lines.',
      ].join('\n'),
    );
  });

  it('leave out the least severe where they are too many, and say how many', () => {
    const hints = Array.from({ length: 400 }, (_, line) => ({ ...problem, line, severity: 'hint' as const }));
    const text = formatProblems([...hints, problem]);
    assert.match(text, /12:5 error: Not found\./);
    assert.match(text, /\[101 less severe problems are left out here\]$/);
  });
});
