import assert from 'node:assert/strict';
import { isMentioned } from '../../../../media/composer/is-mentioned';

describe('an attachment is named in a question', () => {
  it('as code, by its name or its path', () => {
    assert(isMentioned('chart.png', 'What does `chart.png` show?'));
    assert(isMentioned('chart.png', 'What does `docs/2026/chart.png` show?'));
    assert(isMentioned('chart.png', 'Is `cart.ts` in `chart.png`?'));
    // As it is inserted: a sign that ends the code is another one.
    assert(isMentioned('a`b.png', "What does `a'b.png` show?"));
  });

  it('and not by words that are like its name', () => {
    assert(!isMentioned('chart.png', 'What does chart.png show?'));
    assert(!isMentioned('chart.png', 'What does `flowchart.png` show?'));
    assert(!isMentioned('chart.png', 'What does `chart.png.txt` show?'));
    assert(!isMentioned('chart.png', ''));
  });
});
