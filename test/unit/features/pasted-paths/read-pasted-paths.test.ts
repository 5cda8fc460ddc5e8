import assert from 'node:assert/strict';
import { readPastedPaths } from '../../../../src/features/pasted-paths/read-pasted-paths';

describe('readPastedPaths', () => {
  const paths: readonly (readonly [text: string, paths: readonly string[]])[] = [
    ['/home/me/my picture.png', ['/home/me/my picture.png']],
    ['  "C:\\Users\\me\\a b.pdf"  ', ['C:\\Users\\me\\a b.pdf']],
    ["'~/notes.txt'", ['~/notes.txt']],
    ['file:///tmp/a.png', ['file:///tmp/a.png']],
    ['src/cart.ts', ['src/cart.ts']],
    ['README.md', ['README.md']],
    ['/a.png\r\n/b.png\n\n', ['/a.png', '/b.png']],
  ];
  for (const [text, expected] of paths) {
    it(`takes ${JSON.stringify(text)}`, () => assert.deepEqual(readPastedPaths(text), expected));
  }

  const others: readonly string[] = [
    '',
    'hello',
    'What is in src/cart.ts?',
    'https://example.com/a.png',
    'ftp://example.com/a.png',
    'file://server/share/a.png',
    '\\\\server\\share\\a.png',
    '//server/share/a.png',
    '/a.png\nand this',
    'a\0b.png',
    `/${'a'.repeat(2_000)}`,
    '/a.png\n'.repeat(21),
  ];
  for (const text of others) {
    it(`leaves ${JSON.stringify(text.slice(0, 40))} alone`, () => assert.deepEqual(readPastedPaths(text), []));
  }
});
