import assert from 'node:assert/strict';
import type { MarkdownNode } from '../../../../media/markdown/markdown-node';
import { drawFormula } from '../../../../media/math/draw-formula';

describe('the drawing of a formula', () => {
  it('is made of elements for eyes and of MathML for screen readers', () => {
    const drawing = drawFormula('\\sqrt{x} < \\text{"a" \\& b}', true);
    assert.equal(drawing?.attributes['class'], 'katex-display');
    const tags = tagsIn(drawing ?? '');
    for (const tag of ['math', 'annotation', 'svg', 'path', 'span']) {
      assert.ok(tags.has(tag), tag);
    }
    assert.match(textOf(drawing ?? ''), /\\sqrt\{x\} < \\text\{"a" \\& b\}/);
  });

  it('is not there for what KaTeX does not know or what is not whole', () => {
    for (const tex of [
      '\\unknown{x}',
      '\\frac{a',
      'a}',
      '\\begin{aligned} a',
      '{'.repeat(20_000),
      'x'.repeat(10_001),
    ]) {
      assert.equal(drawFormula(tex, false), undefined, tex.slice(0, 40));
    }
  });

  it('ends soon for what expands without end', () => {
    assert.equal(drawFormula('\\def\\a{\\a\\a}\\a', false), undefined);
  });

  it('neither links nor loads nor styles', () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{https://example.com}',
      '\\includegraphics{https://example.com/x.png}',
      '\\htmlClass{send}{x}',
      '\\htmlId{root}{x}',
      '\\htmlStyle{position: fixed}{x}',
      '\\htmlData{code-action=copy}{x}',
    ]) {
      const drawing = drawFormula(tex, false) ?? '';
      const tags = tagsIn(drawing);
      assert.ok(!tags.has('a') && !tags.has('img'), tex);
      assert.doesNotMatch(
        JSON.stringify(drawing),
        /"(?:href|src|id|data-[\w-]+)":|"style":"[^"]*fixed|"class":"[^"]*send/,
        tex,
      );
    }
  });

  it('covers nothing that stands beside it', () => {
    assert.equal(drawFormula('\\kern-50em x', false), undefined);
    assert.ok(drawFormula('a\\!b \\kern-0.5em c', false));
  });
});

function tagsIn(node: MarkdownNode): Set<string> {
  return typeof node === 'string'
    ? new Set()
    : new Set([node.tag, ...node.children.flatMap((child) => [...tagsIn(child)])]);
}

function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
