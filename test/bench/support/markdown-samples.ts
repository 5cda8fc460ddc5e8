export interface MarkdownSample {
  readonly markdown: string;
  /** What CommonMark 0.31 and GFM make of it. */
  readonly html: string;
}

/** Small texts with what models write, each told by the HTML that it means. */
export const markdownSamples: readonly MarkdownSample[] = [
  {
    markdown: 'One line.\nThe same paragraph.\n\nAnother.',
    html: '<p>One line. The same paragraph.</p><p>Another.</p>',
  },
  { markdown: '# Title #\n\nSecond\n------\n\n### Third', html: '<h1>Title</h1><h2>Second</h2><h3>Third</h3>' },
  {
    markdown: 'Some **bold**, *slanted*, ***both*** and ~~gone~~ text.',
    html: '<p>Some <strong>bold</strong>, <em>slanted</em>, <em><strong>both</strong></em> and <del>gone</del> text.</p>',
  },
  { markdown: 'Not 2 * 3 * 4 and snake_case_name.', html: '<p>Not 2 * 3 * 4 and snake_case_name.</p>' },
  { markdown: 'Call `f(x)` or ``a ` b``.', html: '<p>Call <code>f(x)</code> or <code>a ` b</code>.</p>' },
  { markdown: '- one\n- two\n- three', html: '<ul><li>one</li><li>two</li><li>three</li></ul>' },
  { markdown: '- one\n\n- two', html: '<ul><li><p>one</p></li><li><p>two</p></li></ul>' },
  {
    markdown: '1. one\n   - inside\n   - too\n2. two',
    html: '<ol><li>one<ul><li>inside</li><li>too</li></ul></li><li>two</li></ol>',
  },
  {
    markdown: '1. first\n\n   ```js\n   let a = 1;\n   ```\n2. second',
    html: '<ol><li><p>first</p><pre><code>let a = 1;</code></pre></li><li><p>second</p></li></ol>',
  },
  {
    markdown: '- [x] done\n- [ ] open',
    html: '<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>',
  },
  {
    markdown: '```py\nif a:\n    b()\n\nc()\n```\nAfter.',
    html: '<pre><code>if a:\n    b()\n\nc()</code></pre><p>After.</p>',
  },
  { markdown: '````\n```\nnested\n```\n````', html: '<pre><code>```\nnested\n```</code></pre>' },
  { markdown: '~~~\n# no heading\n~~~', html: '<pre><code># no heading</code></pre>' },
  { markdown: 'Before\n\n    indented\n    code', html: '<p>Before</p><pre><code>indented\ncode</code></pre>' },
  { markdown: '```\nnever closed', html: '<pre><code>never closed</code></pre>' },
  {
    markdown: '> quoted\nlazily\n> > twice',
    html: '<blockquote><p>quoted lazily</p><blockquote><p>twice</p></blockquote></blockquote>',
  },
  {
    markdown: '| a | b |\n| - | -: |\n| `x` | 1 |\n| y | **2** |\n\nAfter',
    html: '<table><tr><th>a</th><th>b</th></tr><tr><td><code>x</code></td><td>1</td></tr><tr><td>y</td><td><strong>2</strong></td></tr></table><p>After</p>',
  },
  {
    markdown: '| a \\| b | c |\n|---|---|\n| d |',
    html: '<table><tr><th>a | b</th><th>c</th></tr><tr><td>d</td><td></td></tr></table>',
  },
  { markdown: 'a | b\nno table', html: '<p>a | b no table</p>' },
  {
    markdown: 'See [this](https://example.com "why") page.',
    html: '<p>See <a href="https://example.com">this</a> page.</p>',
  },
  {
    markdown: 'See [the docs][d] first.\n\nMore.\n\n[d]: https://example.com/docs',
    html: '<p>See <a href="https://example.com/docs">the docs</a> first.</p><p>More.</p>',
  },
  {
    markdown: 'An <https://example.com/> link.',
    html: '<p>An <a href="https://example.com/">https://example.com/</a> link.</p>',
  },
  { markdown: 'One  \ntwo\\\nthree', html: '<p>One<br>two<br>three</p>' },
  { markdown: 'a\n\n***\n\nb\n\n---', html: '<p>a</p><hr><p>b</p><hr>' },
  { markdown: '\\*not slanted\\* and \\# no heading', html: '<p>*not slanted* and # no heading</p>' },
  { markdown: '&copy; &amp; &lt;b&gt; &#35;', html: '<p>© &amp; &lt;b&gt; #</p>' },
  { markdown: '* a\n* b\n\n+ c', html: '<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>' },
  {
    markdown: '# A\ntext\n- item\n```\ncode\n```\n> quote',
    html: '<h1>A</h1><p>text</p><ul><li>item</li></ul><pre><code>code</code></pre><blockquote><p>quote</p></blockquote>',
  },
  {
    markdown: '**bold with `code` inside** and *a [link](https://example.com)*',
    html: '<p><strong>bold with <code>code</code> inside</strong> and <em>a <a href="https://example.com">link</a></em></p>',
  },
  {
    markdown: '- a\n\n  para\n\n      code\n- b',
    html: '<ul><li><p>a</p><p>para</p><pre><code>code</code></pre></li><li><p>b</p></li></ul>',
  },
];
