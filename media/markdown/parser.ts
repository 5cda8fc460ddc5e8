import MarkdownIt from 'markdown-it';
import { addFootnotes } from '../../src/shared/markdown/footnote-rules';
import type { Footnotes } from '../../src/shared/markdown/footnote-rules';
import { addFormulas } from '../../src/shared/markdown/formula-rules';

/**
 * The one markdown dialect of the panel: CommonMark with tables, strikethrough, bare URLs, formulas and footnotes.
 * HTML is text. Every link target is accepted here, since `linkTarget` decides what may become a link.
 */
export const markdownParser = new MarkdownIt({ html: false, linkify: true });
// Only what is written as a URL becomes one: "main.rs" and "node.js" are file names, not hosts.
markdownParser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdownParser.validateLink = () => true;
addFormulas(markdownParser);
addFootnotes(markdownParser);

export type MarkdownToken = ReturnType<typeof markdownParser.parse>[number];

/** Link reference definitions, by normalized label; shared between the parts of one text. */
export type LinkReferences = Record<string, { readonly title: string; readonly href: string }>;

/** What a part of a text may need of the other parts; the parser adds to it. A type alias: it is also the parser's own. */
export type ParserEnvironment = {
  readonly references: LinkReferences;
  readonly footnotes: Footnotes;
  /** The text may go on: what lacks its end only may still get it. */
  readonly open?: boolean;
  /** More text comes, here or in a later part: footnotes may still be defined. */
  readonly awaitsNotes?: boolean;
};
