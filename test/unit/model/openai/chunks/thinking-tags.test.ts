import assert from 'node:assert/strict';
import { type ContentPiece, splitWhole, ThinkingTags } from '../../../../../src/model/openai/chunks/thinking-tags';

interface Split {
  readonly reasoning: string;
  readonly text: string;
}

function read(portions: readonly string[]): Split {
  const tags = new ThinkingTags();
  const pieces = [...portions.flatMap((portion) => tags.push(portion)), ...tags.end()];
  return joined(pieces);
}

function joined(pieces: readonly ContentPiece[]): Split {
  assert.ok(
    pieces.every(({ text, claimsText }) => text !== '' || claimsText),
    'no piece is empty',
  );
  const of = (type: string): string => pieces.flatMap((piece) => (piece.type === type ? [piece.text] : [])).join('');
  return { reasoning: of('reasoning'), text: of('text') };
}

/** Cut in two at every place, and into single characters. */
function cuts(content: string): string[][] {
  const halves = Array.from(content, (_, index) => [content.slice(0, index), content.slice(index)]);
  return [[content], ...halves, content.split('')];
}

describe('Thinking tags', () => {
  for (const [behaviour, content, expected] of [
    ['are taken out at the beginning', '<think>hm</think>Hello', { reasoning: 'hm', text: 'Hello' }],
    [
      'are taken out with the empty lines around them',
      '\n<think>\nhm\n\nhm\n</think>\n\nHello\n',
      { reasoning: 'hm\n\nhm', text: 'Hello\n' },
    ],
    ['may hold nothing', '<think>\n\n</think>\n\nHello', { reasoning: '', text: 'Hello' }],
    ['may never be closed', '<think>hm, so <b>', { reasoning: 'hm, so <b>', text: '' }],
    ['may be cut in the closing one', '<think>hm</thi', { reasoning: 'hm</thi', text: '' }],
    ['may have nothing after them', '<think>hm</think>', { reasoning: 'hm', text: '' }],
    ['may hold what looks like a tag', '<think>a </thin> b</think>c', { reasoning: 'a </thin> b', text: 'c' }],
    ['of Gemini are known', '<thought>hm</thought>a', { reasoning: 'hm', text: 'a' }],
    ['spelt out are known', '<thinking>hm</thinking>a', { reasoning: 'hm', text: 'a' }],
    ['called reasoning are known', '<reasoning>hm</reasoning>a', { reasoning: 'hm', text: 'a' }],
    ['of Kimi-VL are known', '◁think▷hm◁/think▷a', { reasoning: 'hm', text: 'a' }],
    ['of Seed-OSS are known', '<seed:think>hm</seed:think>a', { reasoning: 'hm', text: 'a' }],
    ['of Magistral are known', '[THINK]hm[/THINK]a', { reasoning: 'hm', text: 'a' }],
    ['are closed by their own kind only', '<think>a</thinking>b</think>c', { reasoning: 'a</thinking>b', text: 'c' }],
    ['stay text later in the answer', 'See <think>a</think>', { reasoning: '', text: 'See <think>a</think>' }],
    [
      'stay text after the thoughts',
      '<think>a</think>b <think>c</think>',
      { reasoning: 'a', text: 'b <think>c</think>' },
    ],
    ['stay text in code', '```\n<think>a</think>\n```', { reasoning: '', text: '```\n<think>a</think>\n```' }],
    ['are not other tags', '<thin>a', { reasoning: '', text: '<thin>a' }],
    ['are not a lone character', '<', { reasoning: '', text: '<' }],
    ['leave white space before other text alone', ' \n a', { reasoning: '', text: ' \n a' }],
    ['leave white space after text alone', 'a\n', { reasoning: '', text: 'a\n' }],
  ] as const) {
    it(`${behaviour}, wherever the content is cut`, () => {
      for (const portions of cuts(content)) {
        assert.deepEqual(read(portions), expected, JSON.stringify(portions));
      }
    });
  }

  it('hold nothing back once there is text', () => {
    const tags = new ThinkingTags();
    assert.deepEqual(tags.push('a'), [{ type: 'text', text: 'a' }]);
    assert.deepEqual(tags.push('<'), [{ type: 'text', text: '<' }]);
  });

  it('give thoughts out as they come', () => {
    const tags = new ThinkingTags();
    assert.deepEqual(tags.push('<think>one'), [{ type: 'reasoning', text: 'one' }]);
    assert.deepEqual(tags.push(' two '), [{ type: 'reasoning', text: ' two' }]);
    assert.deepEqual(tags.push('three'), [{ type: 'reasoning', text: ' three' }]);
  });
});

describe('A closing tag whose opening tag the prompt held', () => {
  /** Where the thoughts were claimed, they stand before a bar. */
  function readLonely(portions: readonly string[]): string {
    const tags = new ThinkingTags();
    const pieces = [...portions.flatMap((portion) => tags.push(portion)), ...tags.end()];
    return pieces.map(({ text, claimsText }) => (claimsText ? '|' : text)).join('');
  }

  for (const [behaviour, content, expected] of [
    ['claims the text before it', 'Hm.\n</think>\n\nHello', 'Hm.\n</think>|Hello'],
    ['may come first', '</think>Hello', '</think>|Hello'],
    ['may come last', 'Hm.</think>\n', 'Hm.</think>|'],
    ['claims once', 'a</think>b</think>c', 'a</think>|b</think>c'],
    ['claims nothing in a span of code', 'The `</think>` tag', 'The `</think>` tag'],
    ['claims nothing in a block of code', '```\n</think>\n```', '```\n</think>\n```'],
    ['claims nothing where it is quoted', "close = '</think>'", "close = '</think>'"],
    ['claims nothing in JSON', '{"a":"b </think>"}', '{"a":"b </think>"}'],
    ['claims nothing in a sentence', 'The tag </think> closes it.', 'The tag </think> closes it.'],
    ['claims after a sentence and a space', 'Hm. So. </think> Hello', 'Hm. So. </think>|Hello'],
    ['claims nothing in parentheses', 'The closing tag (</think>) is', 'The closing tag (</think>) is'],
    ['claims nothing in a block with tildes', '~~~html\n<p></think>\n~~~\na', '~~~html\n<p></think>\n~~~\na'],
    [
      'claims nothing in a longer fence that holds a shorter one',
      '````\n```\n</think>\n```\n</think>\n````',
      '````\n```\n</think>\n```\n</think>\n````',
    ],
    [
      'claims nothing in a block of code of a list item',
      '1. a\n\n    ```html\n</think>b\n    ```\n',
      '1. a\n\n    ```html\n</think>b\n    ```\n',
    ],
    ['claims nothing in a block of code after a mark', '- ```\n  a\n</think>', '- ```\n  a\n</think>'],
    ['claims nothing in a quoted block of code', '> ```\n> </think>\n> ```', '> ```\n> </think>\n> ```'],
    ['claims nothing in indented code', 'Code:\n\n    s = x</think>y', 'Code:\n\n    s = x</think>y'],
    ['claims nothing in code that a tab indents', 'Code:\n\n\ts = x</think>y', 'Code:\n\n\ts = x</think>y'],
    ['claims nothing in a span of two ticks', 'The ``a ` </think>`` tag', 'The ``a ` </think>`` tag'],
    ['claims nothing in a table', '| Tag |\n|---|\n| a </think> |', '| Tag |\n|---|\n| a </think> |'],
    [
      'claims nothing in a table without edges',
      'Tag | Use\n---|---\nends | </think>',
      'Tag | Use\n---|---\nends | </think>',
    ],
    [
      'claims nothing after an opening tag in a sentence',
      'Put it between <think> and </think>, please. Done.',
      'Put it between <think> and </think>, please. Done.',
    ],
    [
      'claims nothing after an opening tag in bare code',
      'const sample = "<think>hidden</think>answer";',
      'const sample = "<think>hidden</think>answer";',
    ],
    [
      'claims nothing after opening tags in a table',
      '| Tag | Use |\n|---|---|\n| <think> | opens |\n</think> closes',
      '| Tag | Use |\n|---|---|\n| <think> | opens |\n</think> closes',
    ],
    [
      'claims nothing after an opening tag in a span of code',
      'First `<think>`, then </think>.',
      'First `<think>`, then </think>.',
    ],
    ['claims before the answer names the opening tag', 'Hm.\n</think>\nUse <think>', 'Hm.\n</think>|Use <think>'],
    [
      'claims after blocks of code',
      '~~~\na\n~~~\n- ```js\n  b\n  ```\n</think>c',
      '~~~\na\n~~~\n- ```js\n  b\n  ```\n</think>|c',
    ],
    ['claims after a table', '| a |\n|---|\n| b |\n\nSo.\n</think>\n\nc', '| a |\n|---|\n| b |\n\nSo.\n</think>|c'],
    ['claims after indented code', '    a\n\nSo.</think>b', '    a\n\nSo.</think>|b'],
    [
      'claims after ticks in ticks',
      'Is ``a ` b`` it? ```c``` too. Yes.</think>a',
      'Is ``a ` b`` it? ```c``` too. Yes.</think>|a',
    ],
    ['claims after it was quoted', 'Is it `</think>`? Yes.\n</think>a', 'Is it `</think>`? Yes.\n</think>|a'],
    ['claims nothing after thoughts of its own', '<think>a</think>b</think>c', 'ab</think>c'],
  ] as const) {
    it(`${behaviour}, wherever the content is cut`, () => {
      for (const portions of cuts(content)) {
        assert.equal(readLonely(portions), expected, JSON.stringify(portions));
      }
    });
  }

  it('claims nothing where the thoughts have a field of their own', () => {
    const tags = new ThinkingTags();
    tags.expectNoLonelyClose();
    assert.deepEqual(tags.push('a</think>b'), [{ type: 'text', text: 'a</think>b' }]);
  });
});

describe('A whole content', () => {
  for (const [behaviour, content, expected] of [
    [
      'is split at a closing tag whose opening tag the prompt held',
      'hm\n</think>\n\nHello',
      { reasoning: 'hm', text: 'Hello' },
    ],
    ['may have nothing before that tag', '</think>Hello', { reasoning: '', text: 'Hello' }],
    [
      'is not split at a tag in a span of code',
      'The tag `</think>` ends it.',
      { reasoning: '', text: 'The tag `</think>` ends it.' },
    ],
    ['is not split at a tag in a block of code', '```\n</think>\n```', { reasoning: '', text: '```\n</think>\n```' }],
    [
      'is split after thoughts with code',
      'Try `a`.\n```\nb\n```\n</think>c',
      { reasoning: 'Try `a`.\n```\nb\n```', text: 'c' },
    ],
    ['is split at both tags', '<think>hm</think>a </think> b', { reasoning: 'hm', text: 'a </think> b' }],
    ['may hold no tag', 'Hello', { reasoning: '', text: 'Hello' }],
    ['may be empty', '', { reasoning: '', text: '' }],
  ] as const) {
    it(behaviour, () => assert.deepEqual(joined(splitWhole(content)), expected));
  }
});
