import assert from 'node:assert/strict';
import { globOf } from '../../../../src/features/completions/path-query';
import { rankFiles } from '../../../../src/features/completions/rank-files';

const found = (paths: readonly string[], query: string, open: readonly string[] = []): readonly string[] =>
  rankFiles(
    paths.map((path) => ({ path, isOpen: open.includes(path) })),
    query,
  ).map(({ path }) => path);

describe('globOf', () => {
  it('finds a part of a name in upper and lower case', () => {
    assert.equal(globOf('ca'), '**/*[cC][aA]*');
  });

  it('finds parts between slashes in folders and then in the name', () => {
    assert.equal(globOf('a/b'), '**/*[aA]*/**/*[bB]*');
    assert.equal(globOf('a/'), '**/*[aA]*/**/*');
    assert.equal(globOf('a\\b'), '**/*[aA]*/**/*[bB]*');
  });

  it('finds all files where nothing is typed yet', () => {
    assert.equal(globOf(''), '**/*');
  });

  it('lets no letter that is typed mean more than itself and any other', () => {
    assert.equal(globOf('{*]1'), '**/*???1*');
  });

  it('takes letters that have no other case, or several, as they are', () => {
    assert.equal(globOf('日ß'), '**/*日ß*');
  });
});

describe('rankFiles', () => {
  it('puts names that begin with what was typed first, then words in names, then parts of names, then folders', () => {
    const paths = ['cart/index.ts', 'src/descartes.ts', 'src/shop-cart.ts', 'src/cart.ts', 'cart'];
    assert.deepEqual(found(paths, 'cart'), [
      'cart',
      'src/cart.ts',
      'src/shop-cart.ts',
      'src/descartes.ts',
      'cart/index.ts',
    ]);
  });

  it('sees the words of names in camel case', () => {
    assert.deepEqual(found(['a/scarTissue.ts', 'a/shopCar.ts'], 'car'), ['a/shopCar.ts', 'a/scarTissue.ts']);
  });

  it('puts what is open before what is not, and short paths before long ones', () => {
    const paths = ['very/deep/cart.ts', 'cart.ts', 'b/cart.ts'];
    assert.deepEqual(found(paths, 'cart', ['b/cart.ts']), ['b/cart.ts', 'cart.ts', 'very/deep/cart.ts']);
  });

  it('leaves out what does not fit', () => {
    assert.deepEqual(found(['a/b.ts', 'src/x/cart.ts'], 'sr/ca'), ['src/x/cart.ts']);
  });
});
