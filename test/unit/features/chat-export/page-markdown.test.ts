import assert from 'node:assert/strict';
import { pageMarkdown } from '../../../../src/features/chat-export/page-markdown';
import { sampleFormulas } from './sample-formulas';

describe('Markdown on an exported page', () => {
  it('draws formulas without a script, and keeps their TeX to the letter', () => {
    const html = pageMarkdown('Inline $e^{i\\pi}+1=0$.\n\n$$\n\\int_0^\\infty e^{-x^2}\\,dx\n$$', 'a');
    assert.equal(html.match(/<math /g)?.length, 2);
    assert(html.includes('<annotation encoding="application/x-tex">\\int_0^\\infty e^{-x^2}\\,dx</annotation>'), html);
    assert(pageMarkdown('$\\unknowncommand{x}$', 'a').includes('<code dir="ltr">\\unknowncommand{x}</code>'));
    assert(pageMarkdown('It costs $5 and $10.', 'a').includes('It costs $5 and $10.'));
  });

  it('lets no formula link, load, style or cover anything', () => {
    for (const tex of sampleFormulas) {
      const tags = pageMarkdown(`$${tex}$`, 'a').match(/<[^>]*>/g) ?? [];
      assert(!/^<(?:a|img|script)\b|\s(?:href|src|style|id)=|"-\d{2,}/im.test(tags.join('\n')), tags.join('\n'));
    }
  });

  it('leads from a footnote mark to its note, and to no note of another text', () => {
    const html = pageMarkdown('Text[^1] and [^x"><b>].\n\n[^1]: The *note*.', 'a');
    const id = /<sup><a href="#([^"]+)" aria-label="Footnote 1">1<\/a><\/sup>/.exec(html)?.[1] ?? '';
    assert(html.includes(`<div class="footnote" id="${id}"><span>1</span><div><p>The <em>note</em>.</p>`), html);
    assert(!html.includes('<b>'));
    assert(!pageMarkdown('[^1]: Other.', 'b').includes(id));
  });

  it('shows tasks as boxes, quotes that GitHub marks as callouts, and headings below those of the page', () => {
    const html = pageMarkdown('# H\n\n- [x] done\n- [ ] open\n\n> [!WARNING]\n> Hot *soup*.\n\n> [!NOTE]\n', 'a');
    assert(html.includes('<h3>H</h3>'));
    assert(
      html.includes('<li class="task"><input type="checkbox" disabled checked aria-label="Done"> done</li>'),
      html,
    );
    assert(html.includes('<input type="checkbox" disabled aria-label="To do"> open'));
    assert(
      html.includes('<blockquote class="callout callout-warning">\n<p class="callout-title">Warning</p>'),
      html.slice(-400),
    );
    assert(html.includes('<p>Hot <em>soup</em>.</p>'));
    assert(
      html.includes('<blockquote class="callout callout-note">\n<p class="callout-title">Note</p>\n</blockquote>'),
    );
  });

  it('names the language of code and colours it, and says that a diagram is text', () => {
    const html = pageMarkdown('```ts\nconst a = "<b>";\n```\n\n```mermaid\ngraph TD\n```\n\n```<i>\nx\n```', 'a');
    assert(html.includes('<figcaption>ts</figcaption>'));
    assert(html.includes('<span class="hljs-keyword">const</span>'));
    assert(!/<b>|<i>/.test(html));
    assert(html.includes('<figcaption>Diagram (Mermaid), as text</figcaption>'));
  });

  it('lets wide tables scroll', () => {
    assert(
      /<div class="table" role="group" tabindex="0" aria-label="Table"><table>[^]*<\/table><\/div>/.test(
        pageMarkdown('| a |\n| - |\n| b |', 'a'),
      ),
    );
  });
});
