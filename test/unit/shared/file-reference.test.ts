import assert from 'node:assert/strict';
import { readFileReference } from '../../../src/shared/file-reference';

describe('a file that a text names', () => {
  it('is read in the forms that people and models write', () => {
    assert.deepEqual(readFileReference('src/cart.ts'), { path: 'src/cart.ts' });
    assert.deepEqual(readFileReference('./src/cart.test.ts:5'), { path: 'src/cart.test.ts', line: 5 });
    assert.deepEqual(readFileReference('src\\cart.ts:5:12'), { path: 'src/cart.ts', line: 5 });
    assert.deepEqual(readFileReference('cart.ts#L5-L9'), { path: 'cart.ts', line: 5 });
    assert.deepEqual(readFileReference('预算/报告.md'), { path: '预算/报告.md' });
  });

  it('never lies outside of the workspace', () => {
    for (const text of [
      '/etc/a.conf',
      '../a.ts',
      'a/../../b.ts',
      '~/a.ts',
      '//host/a.ts',
      'C:\\a.ts',
      'file:///a.ts',
    ]) {
      assert.equal(readFileReference(text), undefined, text);
    }
  });

  it('is no address, pattern, sentence or number', () => {
    for (const text of [
      'https://example.com/a.html',
      'src/**/*.ts',
      'see a/b.ts',
      '1/2.5',
      'a/b',
      'x?.y',
      '{a}.b',
      '',
    ]) {
      assert.equal(readFileReference(text), undefined, text);
    }
  });
});
