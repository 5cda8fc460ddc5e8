import assert from 'node:assert/strict';
import { markdownElement, type MarkdownElement, type MarkdownNode } from '../../../../media/markdown/markdown-node';
import { markdownParser } from '../../../../media/markdown/parser';
import { renderBlocks } from '../../../../media/markdown/render-blocks';
import { linkFiles } from '../../../../media/transcript/link-files';

describe('files in an answer', () => {
  it('can be clicked where code or a link names one', () => {
    assert.deepEqual(filesOf('See `shop/cart.js:5`, `shop/cart.js` and [line 3](shop/my%20cart.js#L3).'), [
      ['shop/cart.js', '5'],
      ['shop/cart.js', undefined],
    ]);
    assert.deepEqual(filesOf('- **[cart](./shop/cart.js#L3)**'), [['shop/cart.js', '3']]);
  });

  it('are not seen in names with dots, addresses, blocks of code and text', () => {
    for (const text of [
      '`Math.random`',
      '[a](https://example.com/a/b.js)',
      '```\nshop/cart.js:5\n```',
      'shop/cart.js:5',
    ]) {
      assert.deepEqual(filesOf(text), [], text);
    }
  });

  it('leaves a block without any as it is', () => {
    const block = markdownElement('p', {}, ['Nothing ', markdownElement('code', {}, ['here'])]);
    assert.equal(linkFiles(block), block);
  });
});

function filesOf(markdown: string): readonly (readonly (string | undefined)[])[] {
  const found: (readonly (string | undefined)[])[] = [];
  const visit = (node: MarkdownNode): void => {
    if (typeof node !== 'string') {
      const { 'data-file': file, 'data-line': line } = node.attributes;
      if (file !== undefined) {
        found.push([file, line]);
      }
      node.children.forEach(visit);
    }
  };
  renderBlocks(markdownParser.parse(markdown, {}))
    .map((block: MarkdownElement) => linkFiles(block))
    .forEach(visit);
  return found;
}
