import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files';

const maxLines = 400;
const maxMedian = 100;

describe('source files', () => {
  const sizes = sourceFiles()
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .sort((first, second) => first.lines - second.lines);

  it(`have at most ${maxLines} lines`, () => {
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > maxLines),
      [],
    );
  });

  it(`have less than ${maxMedian} lines in the median`, () => {
    const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
    assert(median < maxMedian, `the median is ${median}`);
  });
});
