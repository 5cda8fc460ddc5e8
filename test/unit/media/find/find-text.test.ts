import assert from 'node:assert/strict';
import { blockEnd, findText } from '../../../../media/find/find-text';

describe('finding words in a text', () => {
  const found = (text: string, query: string): readonly string[] =>
    [...findText(text, query)].map(({ start, end }) => text.slice(start, end));

  it('gives every place, in order, none of them within another', () => {
    assert.deepEqual(
      [...findText('a needle, two needles', 'needle')],
      [
        { start: 2, end: 8 },
        { start: 14, end: 20 },
      ],
    );
    assert.deepEqual(
      [...findText('aaaa', 'aa')],
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    );
  });

  it('takes large and small letters for the same, in every script', () => {
    assert.deepEqual(found('Straße ÄRGER ärger Σίσυφος', 'ärger'), ['ÄRGER', 'ärger']);
    assert.deepEqual(found('ΣΊΣΥΦΟΣ', 'σίσυφος'), ['ΣΊΣΥΦΟΣ']);
  });

  it('finds words however they are spaced, also over the end of a line', () => {
    assert.deepEqual(found('one more\n  needle', '  more needle '), ['more\n  needle']);
    assert.deepEqual(found('onemore', 'one more'), []);
  });

  it('finds nothing across the end of a block', () => {
    assert.deepEqual(found(`one more${blockEnd}needle`, 'more needle'), []);
    assert.deepEqual(found(`one more${blockEnd}needle`, 'moreneedle'), []);
  });

  it('looks for signs as they are', () => {
    assert.deepEqual(found('f(x) = [a-z]* + $1', '[a-z]* + $1'), ['[a-z]* + $1']);
    assert.deepEqual(found('a.b axb', 'a.b'), ['a.b']);
    assert.deepEqual(found('C:\\temp {2} ^ | ?', '\\temp {2} ^ | ?'), ['\\temp {2} ^ | ?']);
  });

  it('counts characters of two units as they are counted in the page', () => {
    assert.deepEqual([...findText('🎉🎉 party', 'PARTY')], [{ start: 5, end: 10 }]);
    assert.deepEqual(found('👩‍💻 codes', '👩‍💻'), ['👩‍💻']);
  });

  it('finds nothing where nothing is looked for', () => {
    assert.deepEqual([...findText('anything', '')], []);
    assert.deepEqual([...findText('anything', ' \n')], []);
  });
});
