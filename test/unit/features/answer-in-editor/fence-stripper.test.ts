import assert from 'node:assert/strict';
import { FenceStripper, type FenceStripperOptions } from '../../../../src/features/answer-in-editor/fence-stripper';

interface Case {
  readonly name: string;
  readonly answer: string;
  readonly text: string;
  readonly language?: string;
  readonly options?: FenceStripperOptions;
}

const cases: readonly Case[] = [
  {
    name: 'an answer without a fence stays as it is',
    answer: 'let a = 1;\nlet b = 2;\n',
    text: 'let a = 1;\nlet b = 2;\n',
  },
  { name: 'a fence around the answer is taken off', answer: '```ts\nlet a;\n```', text: 'let a;', language: 'ts' },
  { name: 'a fence without a language is taken off', answer: '```\nlet a;\n```\n', text: 'let a;' },
  { name: 'a fence of tildes is taken off', answer: '~~~css\na {}\n~~~', text: 'a {}', language: 'css' },
  { name: 'empty lines before the fence go', answer: '\n\n```js\na\n```', text: 'a', language: 'js' },
  { name: 'one line before the fence goes', answer: 'Here it is:\n\n```js\na\n```', text: 'a', language: 'js' },
  { name: 'what follows the fence goes', answer: '```js\na\n```\n\nThis sets `a`.', text: 'a', language: 'js' },
  {
    name: 'more text before a fence keeps all of it',
    answer: 'One.\nTwo.\n```js\na\n```',
    text: 'One.\nTwo.\n```js\na\n```',
  },
  { name: 'empty lines inside stay', answer: '```py\na\n\n\nb\n\n```', text: 'a\n\n\nb\n', language: 'py' },
  {
    name: 'a marked fence inside a fence stays',
    answer: '```md\nRun:\n```sh\nls\n```\nDone.\n```\n',
    text: 'Run:\n```sh\nls\n```\nDone.',
    language: 'md',
  },
  {
    name: 'a shorter fence inside a longer one stays',
    answer: '````md\n```\nls\n```\n````',
    text: '```\nls\n```',
    language: 'md',
  },
  {
    name: 'a fence that is indented like code closes nothing',
    answer: '```py\ndef f():\n    """\n    ```\n    """\n```',
    text: 'def f():\n    """\n    ```\n    """',
    language: 'py',
  },
  { name: 'a fence that is never closed holds the rest', answer: '```js\na\nb', text: 'a\nb', language: 'js' },
  { name: 'an answer that is only an opening fence is empty', answer: '```js', text: '', language: 'js' },
  { name: 'an empty fence is empty', answer: '```js\n```', text: '', language: 'js' },
  { name: 'backticks in a line are no fence', answer: '`a` and ``` b ```', text: '`a` and ``` b ```' },
  { name: 'Windows line breaks are understood', answer: '```js\r\na\r\nb\r\n```\r\n', text: 'a\nb', language: 'js' },
  { name: 'one line alone stays', answer: '42', text: '42' },
  { name: 'nothing stays nothing', answer: '', text: '' },
  {
    name: 'prose keeps what stands around the code',
    answer: 'Some text.\n\n```js\na\n```\n\nand after',
    text: 'Some text.\n\n```js\na\n```\n\nand after',
    options: { intoProse: true },
  },
  {
    name: 'prose keeps the code that it begins with',
    answer: '```sh\nls\n```\n\nThat lists.',
    text: '```sh\nls\n```\n\nThat lists.',
    options: { intoProse: true },
  },
  {
    name: 'Markdown that is fenced as Markdown is taken out',
    answer: '```markdown\n# Title\n```',
    text: '# Title',
    language: 'markdown',
    options: { intoProse: true },
  },
];

describe('the fence stripper', () => {
  for (const { name, answer, text, language = '', options } of cases) {
    it(`${name}, however the answer is cut into pieces`, () => {
      for (const size of [1, 2, 3, 5, 8, answer.length + 1]) {
        const stripper = new FenceStripper(options);
        const pieces = piecesOf(answer, size).map((piece) => stripper.push(piece));
        assert.equal(pieces.join('') + stripper.end(), text, `pieces of ${size}`);
        assert.equal(stripper.language, language);
      }
    });
  }

  it('lets a line of fenced code out before it is whole', () => {
    const stripper = new FenceStripper();
    assert.equal(stripper.push('```js\nlet a'), 'let a');
    assert.equal(stripper.push(' = 1'), ' = 1');
  });

  it('lets plain code out once its second line has begun', () => {
    const stripper = new FenceStripper();
    assert.equal(stripper.push('let a;\n'), '');
    assert.equal(stripper.push('l'), 'let a;\nl');
  });

  it('lets a long first line out before it is whole', () => {
    const stripper = new FenceStripper();
    const line = 'word '.repeat(50);
    assert.equal(stripper.push(line), line);
  });

  it('lets prose out at once', () => {
    const stripper = new FenceStripper({ intoProse: true });
    assert.equal(stripper.push('The'), 'The');
  });
});

function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}
