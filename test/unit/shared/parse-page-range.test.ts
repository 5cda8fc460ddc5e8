import assert from 'node:assert/strict';
import { formatPageRange, parsePageRange } from '../../../src/shared/parse-page-range';

function pagesOf(text: string, pageCount = 12): readonly number[] | string {
  const range = parsePageRange(text, pageCount);
  return range.status === 'pages' ? range.pages : range.reason;
}

describe('a page range', () => {
  it('names pages and ranges, each page once and in order', () => {
    assert.deepEqual(pagesOf('1-3, 8'), [1, 2, 3, 8]);
    assert.deepEqual(pagesOf(' 8 ; 2 – 3,3,'), [2, 3, 8]);
    assert.deepEqual(pagesOf('10-'), [10, 11, 12]);
    assert.deepEqual(pagesOf('-2'), [1, 2]);
  });

  it('names all pages when nothing is written', () => {
    assert.deepEqual(pagesOf('', 3), [1, 2, 3]);
    assert.deepEqual(pagesOf(' , ', 2), [1, 2]);
  });

  it('that is wrong is told with what would be right', () => {
    assert.equal(pagesOf('1-3, x'), '"x" is neither a page nor a range of pages. Write them as in "1-3, 8".');
    assert.equal(pagesOf('-'), '"-" is neither a page nor a range of pages. Write them as in "1-3, 8".');
    assert.equal(pagesOf('1 2'), '"1 2" is neither a page nor a range of pages. Write them as in "1-3, 8".');
    assert.equal(pagesOf('3-20'), 'There is no page 20: its pages are 1 to 12.');
    assert.equal(pagesOf('0'), 'There is no page 0: its pages are 1 to 12.');
    assert.equal(pagesOf('2', 1), 'There is no page 2: it has one page.');
    assert.equal(pagesOf('5-3'), '"5-3" runs backwards. Write 3-5.');
  });

  it('is written as it is read', () => {
    assert.equal(formatPageRange([1, 2, 3, 8, 10, 11]), '1-3, 8, 10-11');
    assert.equal(formatPageRange([]), '');
  });
});
