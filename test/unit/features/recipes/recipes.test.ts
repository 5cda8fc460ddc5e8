import assert from 'node:assert/strict';
import { findRecipes, recipes } from '../../../../src/features/recipes/recipes';

describe('recipes', () => {
  it('have names that can be typed, and no two the same', () => {
    const names = recipes().map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert(names.every((name) => /^[a-z]+(-[a-z]+)*$/.test(name)));
  });

  it('are found by the beginning of their name first, then by words of name and title', () => {
    const namesFor = (query: string): readonly string[] => findRecipes(query).map(({ name }) => name);
    assert.equal(namesFor('').length, recipes().length);
    assert.equal(namesFor('te')[0], 'extract-text');
    assert.equal(namesFor('ta')[0], 'table-to-csv');
    assert.deepEqual(namesFor('csv'), ['table-to-csv']);
    assert.deepEqual(namesFor('text-extract'), ['extract-text']);
    assert.deepEqual(namesFor('mermaid'), ['diagram-to-mermaid']);
    assert.deepEqual(namesFor('zzz'), []);
  });
});
