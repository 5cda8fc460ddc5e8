import assert from 'node:assert/strict';
import type { MarkdownNode } from '../../../../media/markdown/markdown-node';
import { markdownParser } from '../../../../media/markdown/parser';
import { renderBlocks } from '../../../../media/markdown/render-blocks';
import { markdownSamples } from './markdown-samples';

/** All that may ever reach the page. */
const allowedTags = new Set(
  'p h3 h4 h5 h6 ul ol li blockquote hr table thead tbody tr th td div span pre code button svg path input a br em strong s sup'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(
  'dir class start href title role aria-label aria-hidden type disabled checked viewBox d data-language data-code-action data-formula data-footnote data-note data-named-note data-table-action tabindex'.split(
    ' ',
  ),
);

describe('markdown as nodes', () => {
  it('is made of known elements and attributes only', () => {
    for (const sample of markdownSamples) {
      for (const element of elements(render(sample))) {
        assert.ok(allowedTags.has(element.tag), element.tag);
        Object.keys(element.attributes).forEach((name) => assert.ok(allowedAttributes.has(name), name));
      }
    }
  });

  it('shows HTML as the text it is', () => {
    assert.equal(text(render('<img src=x onerror=alert(1)>')), '<img src=x onerror=alert(1)>');
  });

  it('links to web and mail addresses, and tells the real place', () => {
    const [link] = withTag('a', render('[docs](https://user@example.com/a)'));
    assert.equal(link?.attributes['href'], 'https://user@example.com/a');
    assert.equal(link?.attributes['title'], 'example.com\nhttps://user@example.com/a');
    assert.equal(withTag('a', render('<me@example.com>'))[0]?.attributes['href'], 'mailto:me@example.com');
  });

  for (const target of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'command:iris.ask',
    'file:///etc/passwd',
    'vscode://x',
    './a.md',
    '//example.com',
  ]) {
    it(`makes no link of ${target}`, () => {
      const nodes = render(`[text](${target})`);
      assert.deepEqual(withTag('a', nodes), []);
      assert.equal(text(nodes), 'text');
    });
  }

  it('names the real host beside a link that reads as another one', () => {
    assert.equal(text(render('[https://good.example](https://evil.example)')), 'https://good.example (evil.example)');
    assert.equal(text(render('[good.example/a](https://www.good.example/a)')), 'good.example/a');
    assert.equal(text(render('[аpple.com](https://apple.com)')), 'аpple.com (apple.com)');
  });

  it('never loads a picture: it becomes a link with its description and host', () => {
    const nodes = render('![A *cat*](https://example.com/cat.png?secret)');
    assert.equal(text(nodes), 'Image: A cat (example.com)');
    assert.deepEqual(withTag('img', nodes), []);
    assert.equal(text(render('![](data:image/png;base64,AA)')), 'Image: no description');
  });

  it('puts no link into a link', () => {
    const nodes = render('[![logo](https://a.example/l.png)](https://b.example)');
    assert.equal(withTag('a', nodes).length, 1);
  });

  for (const money of [
    'between $5 and $10',
    'US$ 3, CA$4, 5$',
    '$20 for parts (and $5 more$)',
    '$HOME/bin:$PATH and $ORIGIN',
    '`$x$` and \\$y\\$',
    '$ x $ and $$ $$',
    '$a\nb$',
    'echo $a$b$c',
  ]) {
    it(`makes no formula of ${JSON.stringify(money)}`, () => {
      assert.deepEqual(formulas(money), []);
    });
  }

  it('finds formulas in running text and in lines of their own', () => {
    assert.deepEqual(formulas('其中$x^2$表示, ($n$-th) \\(a\\) \\[b\\] $$c$$'), [
      ['inline', 'x^2'],
      ['inline', 'n'],
      ['inline', 'a'],
      ['display', 'b'],
      ['display', 'c'],
    ]);
    assert.deepEqual(formulas('so\n$$\na\n\nb\n$$\n\\[ c \\\\[1em] d \\]\n\n$3 \\text{ apples}$'), [
      ['display', 'a\n\nb'],
      ['display', 'c \\\\[1em] d'],
      ['inline', '3 \\text{ apples}'],
    ]);
  });

  it('leads from a footnote mark to its note and back, by its own label', () => {
    const nodes = render('One[^note].\n\n[^note]: Why, *and* how.\n\nNone[^other].');
    const [mark] = withTag('sup', nodes);
    assert.equal(text(mark ? [mark] : []), 'note');
    const note = elements(nodes).find(({ attributes }) => attributes['data-footnote'] === 'note');
    assert.equal(text(note ? [note] : []), 'noteWhy, and how.');
    assert.match(text(nodes), /None\[\^other\]/);
  });

  it('makes a callout of a quote that begins with its marker, however it is written', () => {
    const [note, caution] = render('> [!NOTE]\n> Read **this**.\n>\n> More.\n\n> [!Caution]  \n> Hot.');
    assert.deepEqual(note?.attributes, { class: 'callout callout-note', role: 'note', dir: 'auto' });
    assert.deepEqual(
      note.children.map((child) => text([child])),
      ['Note', 'Read this.', 'More.'],
    );
    assert.equal(text(caution ? [caution] : []), 'CautionHot.');
    assert.equal(text(render('> [!TIP]\n>\n> - one')), 'Tipone');
  });

  for (const quote of ['> [!NOTE] Read this.', '> [!OTHER]\n> Read this.', '> a\n> [!NOTE]\n> b', '[!NOTE]\n> a']) {
    it(`makes no callout of ${JSON.stringify(quote)}`, () => {
      const nodes = render(quote);
      assert.equal(withTag('blockquote', nodes).length, 1);
      assert.match(text(nodes), /\[!(NOTE|OTHER)\]/);
    });
  }

  it('starts headings below those of the page', () => {
    assert.deepEqual(
      render('# a\n## b\n###### c').map(({ tag }) => tag),
      ['h3', 'h4', 'h6'],
    );
  });

  it('makes tasks of list items, done or not, that cannot be changed', () => {
    const boxes = withTag('input', render('- [ ] a\n- [x] b\n- [z] c'));
    assert.deepEqual(
      boxes.map(({ attributes }) => 'checked' in attributes),
      [false, true],
    );
    boxes.forEach(({ attributes }) => assert.ok('disabled' in attributes));
  });

  it('labels code with its language and offers to copy, insert and open it', () => {
    const nodes = render('```ts title=x\nlet a;\n```');
    assert.equal(withTag('code', nodes)[0]?.attributes['data-language'], 'ts');
    assert.deepEqual(
      withTag('button', nodes).map(({ attributes }) => attributes['aria-label']),
      ['Copy', 'Insert at cursor', 'New file'],
    );
  });

  it('aligns the columns of tables by class, which the content security policy allows', () => {
    const cells = withTag('td', render('|a|b|\n|:-:|--:|\n|1|2|'));
    assert.deepEqual(
      cells.map(({ attributes }) => attributes['class']),
      ['align-center', 'align-right'],
    );
  });

  it('gives each block the direction of its own text, and code always left to right', () => {
    const [paragraph, code] = render('שלום\n\n```\nx\n```');
    assert.equal(paragraph?.attributes['dir'], 'auto');
    assert.equal(withTag('pre', [code ?? ''])[0]?.attributes['dir'], 'ltr');
  });
});

function render(markdown: string) {
  return renderBlocks(markdownParser.parse(markdown, {}));
}

function elements(nodes: readonly MarkdownNode[]): Exclude<MarkdownNode, string>[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]));
}

function withTag(tag: string, nodes: readonly MarkdownNode[]) {
  return elements(nodes).filter((element) => element.tag === tag);
}

function text(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : text(node.children))).join('');
}

function formulas(markdown: string): readonly (readonly [kind: string | undefined, tex: string])[] {
  return elements(render(markdown))
    .filter(({ attributes }) => attributes['data-formula'] !== undefined)
    .map((element) => [element.attributes['data-formula'], text([element])]);
}
