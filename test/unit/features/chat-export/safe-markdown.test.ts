import assert from 'node:assert/strict';
import { safeMarkdown, safeQuestion } from '../../../../src/features/chat-export/safe-markdown';
import { randomNumbers } from '../../random-numbers';
import { loadsOrRuns } from './loads-or-runs';

/** Pieces that begin and end what hides others, and what must never get through. */
const pieces = [
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '\\',
    '\n',
    '\n\n',
    '    ',
    '  ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '| ',
    '|-|-|',
    '[^1]: ',
    '$$',
  ],
  ...[
    '![x](https://evil.example/?d)',
    '<img src=x>',
    '<!-- ',
    '-->',
    '<div>\n',
    '<?',
    '<a@b.c>',
    '<https://a.example>',
  ],
  ...['[x]: https://evil.example', '![x]', '[', '](', ')', 'word', '\t', '&lt;', '!', '<', '{', 'js\n'],
];

describe('text of a chat in a Markdown file', () => {
  const hidden = {
    'an escaped backtick': '\\`![x](https://evil.example/?d) \\`',
    'a backtick behind what looks like a fence': '``` `\n![x](https://evil.example/?d)\n',
    'a listing that ended with its list': '- a\n  ```\n  b\n\nc ![x](https://evil.example/?d)',
    'the mark that ends a listing, indented by four': '1. a\n   ```\n   x\n    ```\n\n<img src=https://evil.example/>',
    'a piece of code over several blocks': 'a ` b\n- ![x](https://evil.example/?d)\n- c ` d',
    'an escaped backslash': '\\\\![x](https://evil.example/?d) \\\\<img src=x>',
    'HTML that hides where a listing begins': '<div>\n```\n</div>\n\n![x](https://evil.example/?d)\n```',
    'a listing in a listing': '- ```\n![x](https://evil.example/?d)\n```',
  };
  for (const [name, markdown] of Object.entries(hidden)) {
    it(`loads nothing behind ${name}`, () => {
      assert.notDeepEqual(loadsOrRuns(markdown), []);
      assert.deepEqual(loadsOrRuns(safeMarkdown(markdown)), []);
    });
  }

  it('loads nothing, however it is put together', () => {
    const random = randomNumbers(7);
    let loading = 0;
    for (let round = 0; round < 500; round++) {
      const length = 1 + Math.floor(random() * 14);
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      loading += loadsOrRuns(text).length > 0 ? 1 : 0;
      assert.deepEqual(loadsOrRuns(safeMarkdown(text)), [], JSON.stringify(text));
      assert.deepEqual(loadsOrRuns(safeQuestion(text)), [], JSON.stringify(text));
    }
    assert(loading > 100, 'most rounds have something that would be loaded');
  }).timeout(20_000);

  it('keeps code as it is, and closes a listing that was cut off', () => {
    const code = '`<b>` and ``a ` ![b](c)``\n\n```html\n<img>\n![x](y)\n```\n\n    <div>\n\n~~~\n```\n<p>\n~~~';
    assert.equal(safeMarkdown(code), code);
    assert.equal(safeMarkdown('```js\nlet a = 1;'), '```js\nlet a = 1;\n```');
    assert.equal(safeMarkdown('A ` and ![p](u)'), 'A ` and \\![p](u)');
    assert.equal(safeMarkdown('<https://example.com/> <b>'), '<https://example.com/> \\<b>');
    assert.equal(safeMarkdown('~~~\n```\n![x](y)\n~~~\n![x](y)'), '~~~\n```\n![x](y)\n~~~\n\\![x](y)');
  });

  it('takes apart what some viewers have as a note and others as code', () => {
    assert.equal(safeMarkdown('[^1]: a\n\n    ![x](y)'), '[^1]: a\n\n    \\![x](y)');
  });

  it('has no headings from a question', () => {
    assert.equal(
      safeQuestion('# a\n\n> ## b\n\nc\n===\n\nd\n---\n\n```\n# e\n```'),
      '\\# a\n\n> \\## b\n\nc\n\\===\n\nd\n\\---\n\n```\n# e\n```',
    );
    assert.equal(safeQuestion('#5 is "a # b"'), '#5 is "a # b"');
  });
});
