import assert from 'node:assert/strict';
import { layOutText } from '../../../../src/model/offline/lay-out-text';
import { recognized } from './recognized';

describe('laying out recognised text', () => {
  it('keeps the indentation and empty lines of code', () => {
    const code = ['def total(lines):', '    return sum(', '        line.price', '    )', '', 'print(total([]))'];
    assert.deepEqual(layOutText(recognized(code)), [{ kind: 'code', language: 'python', lines: code }]);
  });

  it('takes line numbers off, keeping the lines that are empty', () => {
    const listing = ['shop.ts', ' 7 interface Line {', ' 8   price: number;', ' 9 }', '10', '11 const lines = [];'];
    assert.deepEqual(layOutText(recognized(listing)), [
      { kind: 'prose', lines: ['shop.ts'] },
      {
        kind: 'code',
        language: 'typescript',
        lines: ['interface Line {', '  price: number;', '}', '', 'const lines = [];'],
      },
    ]);
  });

  it('does not take a numbered list for code', () => {
    const list = ['1. Open the door.', '2. Look outside.', '3. Close it again.'];
    assert.deepEqual(layOutText(recognized(list)), [{ kind: 'prose', lines: list }]);
  });

  it('keeps the columns of a table', () => {
    const table = ['Product      Orders   Returns', 'Lighthouse    4,120     2.4 %', 'Deep Harbor   2,986     3.3 %'];
    assert.deepEqual(layOutText(recognized(table)), [{ kind: 'table', lines: table }]);
  });

  it('joins paragraphs that follow each other', () => {
    const { lines: first } = recognized(['Two lines', 'of prose.']);
    const { lines: second } = recognized(['And another.'], 1);
    assert.deepEqual(layOutText({ width: 1, height: 1, lines: [...first, ...second] }), [
      { kind: 'prose', lines: ['Two lines', 'of prose.', 'And another.'] },
    ]);
  });

  it('keeps a stack trace as it is', () => {
    const trace = ['TypeError: x is not a function', '    at run (main.js:3:7)', '    at main.js:9:1'];
    assert.deepEqual(layOutText(recognized(trace)), [{ kind: 'code', language: 'text', lines: trace }]);
  });
});
