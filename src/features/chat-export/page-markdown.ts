import { t } from '@vscode/l10n';
import MarkdownIt from 'markdown-it';
import { calloutKind, calloutTitle, withoutMarker } from '../../shared/markdown/callouts';
import { addFootnotes } from '../../shared/markdown/footnote-rules';
import { addFormulas } from '../../shared/markdown/formula-rules';
import { escapeHtml } from './escape-html';
import { pageCode } from './page-code';
import { pageFormula } from './page-formula';

/** HTML in a text is shown as text, pictures are links: what a model writes must not load or run anything. */
const parser = new MarkdownIt({ html: false, linkify: true });
parser.validateLink = (url) => /^(https?|mailto):/i.test(url.trim());
parser.disable('image');
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
addFormulas(parser);
addFootnotes(parser);
parser.core.ruler.push('tasks', markTasks);
parser.core.ruler.push('callouts', markCallouts);

type Token = ReturnType<typeof parser.parse>[number];
type CoreState = Parameters<Parameters<typeof parser.core.ruler.push>[1]>[0];

/**
 * Markdown of an answer as HTML in the same dialect as the panel's, without a script or a style of its own.
 *
 * @param name tells the footnotes of this text from those of others on the page
 */
export function pageMarkdown(text: string, name: string): string {
  return parser.render(text, { name });
}

const { rules } = parser.renderer;

rules['link_open'] = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

for (const cell of ['th_open', 'td_open']) {
  rules[cell] = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    const alignment = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
    if (token) {
      // The page's policy allows no styles but its own.
      token.attrs = alignment === undefined ? null : [['class', alignment]];
    }
    return self.renderToken(tokens, index, options);
  };
}

// A table that is wider than the page scrolls, with the keyboard too.
rules['table_open'] = () =>
  `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(t('Table'))}"><table>\n`;
rules['table_close'] = () => '</table></div>\n';

// The page's own headings come above those of an answer.
rules['heading_open'] = (tokens, index) => `<h${headingLevel(tokens[index])}>`;
rules['heading_close'] = (tokens, index) => `</h${headingLevel(tokens[index])}>\n`;

rules['fence'] = (tokens, index) => pageCode(tokens[index]?.content ?? '', tokens[index]?.info ?? '');
rules['code_block'] = (tokens, index) => pageCode(tokens[index]?.content ?? '', '');

rules['formula'] = (tokens, index) => {
  const { content = '', meta } = tokens[index] ?? {};
  return formula(content, (meta as { readonly display: boolean }).display);
};
rules['formula_block'] = (tokens, index) =>
  `<div class="formula" tabindex="0" role="group" aria-label="${escapeHtml(t('Formula'))}">${formula(tokens[index]?.content ?? '', true)}</div>\n`;

rules['footnote_reference'] = (tokens, index, _options, environment) => {
  const label = tokens[index]?.content ?? '';
  return `<sup><a href="#${noteId(label, environment)}" aria-label="${escapeHtml(t('Footnote {0}', label))}">${escapeHtml(label)}</a></sup>`;
};
rules['footnote_open'] = (tokens, index, _options, environment) => {
  const label = String(tokens[index]?.attrGet('data-footnote') ?? '');
  return `<div class="footnote" id="${noteId(label, environment)}"><span>${escapeHtml(label)}</span><div>`;
};
rules['footnote_close'] = () => '</div></div>\n';

rules['task'] = (tokens, index) => {
  const { done } = tokens[index]?.meta as { readonly done: boolean };
  return `<input type="checkbox" disabled${done ? ' checked' : ''} aria-label="${escapeHtml(done ? t('Done') : t('To do'))}"> `;
};

rules['callout_title'] = (tokens, index) =>
  `<p class="callout-title">${escapeHtml(tokens[index]?.content ?? '')}</p>\n`;

function headingLevel(token: Token | undefined): number {
  return Math.min(Number(token?.tag.slice(1) ?? 1) + 2, 6);
}

/** What can't be drawn is shown as it was written. */
function formula(tex: string, display: boolean): string {
  return pageFormula(tex, display) ?? `<code dir="ltr">${escapeHtml(tex)}</code>`;
}

/** Labels hold anything but spaces and brackets. */
function noteId(label: string, environment: unknown): string {
  const { name } = environment as { readonly name: string };
  return `note-${name}-${Buffer.from(parser.utils.normalizeReference(label)).toString('hex')}`;
}

/** `[x]` at the beginning of a list item becomes a box. */
function markTasks({ tokens, Token }: CoreState): void {
  tokens.forEach((token, index) => {
    const text = tokens[index - 2]?.type === 'list_item_open' ? token.children?.[0] : undefined;
    const mark = text?.type === 'text' ? /^\[([ xX])\]\s/.exec(text.content)?.[1] : undefined;
    if (text && mark !== undefined) {
      const box = new Token('task', '', 0);
      box.meta = { done: mark !== ' ' };
      text.content = text.content.slice(4);
      token.children?.unshift(box);
      tokens[index - 2]?.attrJoin('class', 'task');
    }
  });
}

/** A quote that GitHub shows as a callout gets its title in place of its marker. */
function markCallouts({ tokens, Token }: CoreState): void {
  for (const [index, quote] of tokens.entries()) {
    const kind = calloutKind(tokens, index);
    const inline = tokens[index + 2];
    if (kind && inline) {
      quote.attrJoin('class', `callout callout-${kind}`);
      const title = new Token('callout_title', 'p', 0);
      title.content = calloutTitle(kind);
      inline.children = [...withoutMarker(inline.children ?? [])];
      // A paragraph that held the marker only is left out.
      tokens.splice(index + 1, inline.children.length === 0 ? 3 : 0, title);
    }
  }
}
