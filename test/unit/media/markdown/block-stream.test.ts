import assert from 'node:assert/strict';
import { BlockStream } from '../../../../media/markdown/block-stream';
import type { MarkdownElement, MarkdownNode } from '../../../../media/markdown/markdown-node';
import { markdownParser } from '../../../../media/markdown/parser';
import { renderBlocks } from '../../../../media/markdown/render-blocks';
import { markdownSamples } from './markdown-samples';

describe('markdown that streams in', () => {
  for (const size of [1, 2, 7, 64]) {
    it(`ends as a parse of the whole text does, in pieces of ${size}`, () => {
      for (const sample of markdownSamples) {
        assert.deepEqual(streamed(sample, size), renderBlocks(markdownParser.parse(sample, {})), sample);
      }
    }).timeout(20_000);
  }

  it('ends as a parse of the whole does when the samples follow each other', () => {
    const all = markdownSamples.filter((sample) => !/```|~~~|\[\w+\]/.test(sample)).join('\n\n');
    assert.deepEqual(streamed(all, 3), renderBlocks(markdownParser.parse(all, {})));
  });

  it('never changes a block again once it is closed', () => {
    const stream = new BlockStream();
    const closed: (MarkdownElement | undefined)[] = [];
    for (const letter of 'One **two**\n\n- three\n- four\n\n```js\nfive\n```\n\n> six\n\nseven\n') {
      assert.deepEqual(stream.append(letter), []);
      closed.forEach((block, index) => assert.equal(stream.block(index), block));
      for (let index = closed.length; index < stream.settledCount; index++) {
        closed.push(stream.block(index));
      }
    }
    assert.equal(closed.length, 4);
  });

  it('names the closed blocks that a late link reference changes, and no other', () => {
    const stream = new BlockStream();
    assert.deepEqual(stream.append('See [docs].\n\nPlain.\n\n[other]\n\n'), []);
    assert.deepEqual(stream.append('[docs]: https://example.com\n\nMore.\n\nEnd\n'), [0]);
    assert.equal(links(stream.block(0)), 1);
  });

  it('renders again only the blocks that a late footnote belongs to', () => {
    const stream = new BlockStream();
    stream.append('Named[^why], [^other] and [not].\n\nPlain [^other].\n\nMore\n\n');
    assert.deepEqual(stream.append('[^why]: Because.\n\nEnd\n\n.'), [0]);
  });

  it('shows a numbered footnote as one before its note has come, and as text when it never comes', () => {
    const stream = new BlockStream();
    stream.append('Here[^1].');
    assert.equal(find(stream.block(0), 'sup').length, 1);
    stream.finish();
    assert.equal(textOf(stream.block(0) ?? ''), 'Here[^1].');
  });

  it('shows a formula as it is written until its end has come, and never as anything else', () => {
    const formula = 'so \\(\\frac{a_1}{b*c*}\\) is';
    const stream = new BlockStream();
    const shown = Array.from(formula, (letter) => {
      stream.append(letter);
      return find(stream.block(0), 'code').length > 0 ? 'formula' : textOf(stream.block(0) ?? '');
    });
    assert.deepEqual(
      [...new Set(shown)].filter((one) => one !== 'formula' && !formula.startsWith(one)),
      [],
    );
    assert.equal(shown.at(-1), 'formula');
  });

  it('keeps a code block open until its fence closes, and shows no half of the closing fence', () => {
    const stream = new BlockStream();
    stream.append('```js\nlet a = 1;\n');
    stream.append('``');
    assert.equal(codeOf(stream.block(0)), 'let a = 1;');
    stream.append('`\n\nafter');
    assert.equal(codeOf(stream.block(0)), 'let a = 1;');
    assert.equal(stream.length, 2);
  });

  it('shows a long open code block in pieces that do not change when more lines come', () => {
    const stream = new BlockStream();
    stream.append(`\`\`\`\n${'a line of code\n'.repeat(300)}`);
    const before = pieces(stream.block(0));
    stream.append('another line of code\n'.repeat(10));
    const after = pieces(stream.block(0));
    assert.ok(before.length > 2);
    assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1));
  });
});

function streamed(text: string, size: number): (MarkdownElement | undefined)[] {
  const stream = new BlockStream();
  for (let start = 0; start < text.length; start += size) {
    stream.append(text.slice(start, start + size));
  }
  stream.finish();
  return Array.from({ length: stream.length }, (_, index) => stream.block(index));
}

function find(node: MarkdownNode | undefined, tag: string): MarkdownElement[] {
  if (typeof node !== 'object') {
    return [];
  }
  return [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => find(child, tag))];
}

function links(node: MarkdownNode | undefined): number {
  return find(node, 'a').length;
}

function pieces(block: MarkdownNode | undefined): readonly MarkdownNode[] {
  return find(block, 'code')[0]?.children ?? [];
}

function codeOf(block: MarkdownNode | undefined): string {
  return textOf(find(block, 'code')[0] ?? '');
}

function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
