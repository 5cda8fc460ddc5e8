import assert from 'node:assert/strict';
import { provisionalText } from '../../../../media/markdown/provisional-text';

const cases: readonly (readonly [title: string, tail: string, shown: string])[] = [
  ['closes bold text', 'a **bo', 'a **bo**'],
  ['completes the half of a closing pair of stars', 'a **bold*', 'a **bold**'],
  ['closes emphasis', '*it', '*it*'],
  ['closes code', 'a `co', 'a `co`'],
  ['hides a marker without text', 'a **', 'a '],
  ['leaves what is closed', 'done `x` and **y** z', 'done `x` and **y** z'],
  ['leaves a star that multiplies', '2 * 3', '2 * 3'],
  ['shows the label of a link until its target has come', 'see [docs](http://exa', 'see docs'],
  ['makes no heading of a line before a list', 'Intro:\n-', 'Intro:'],
  ['hides a list marker without text', '1. a\n2.', '1. a'],
  ['hides the marker of a callout until it is whole', 'text\n\n> [!IMPO', 'text\n'],
  ['leaves the marker of a callout that is whole', '> [!NOTE]', '> [!NOTE]'],
  ['hides an opening fence until its line is whole', 'text\n```j', 'text'],
  [
    'leaves code inside of an open fence alone',
    '1. a\n   ```js\n   const a = `b **c',
    '1. a\n   ```js\n   const a = `b **c',
  ],
  ['hides the first letters of a closing fence', '- a\n  ```\n  x\n  ``', '- a\n  ```\n  x'],
  ['leaves an open formula as it is written', 'so \\(a_1 * b', 'so \\(a_1 * b'],
  ['closes nothing inside of a formula', 'so $a_1 * b_2$ is *x', 'so $a_1 * b_2$ is *x*'],
  ['takes money for text', 'it costs $5 and **mo', 'it costs $5 and **mo**'],
  ['hides the first half of a delimiter', 'so \\', 'so '],
  ['leaves the lines of an open formula alone', 'so\n$$\na\n-', 'so\n$$\na\n-'],
];

describe('the open end of a streaming text', () => {
  for (const [title, tail, shown] of cases) {
    it(title, () => assert.equal(provisionalText(tail), shown));
  }
});
