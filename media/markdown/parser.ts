import MarkdownIt from 'markdown-it';

/**
 * The one markdown dialect of the panel: CommonMark with tables, strikethrough and bare URLs.
 * HTML is text. Every link target is accepted here, since `linkTarget` decides what may become a link.
 */
export const markdownParser = new MarkdownIt({ html: false, linkify: true });
// Only what is written as a URL becomes one: "main.rs" and "node.js" are file names, not hosts.
markdownParser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdownParser.validateLink = () => true;

export type MarkdownToken = ReturnType<typeof markdownParser.parse>[number];

/** Link reference definitions, by normalized label; shared between the parts of one text. */
export type LinkReferences = Record<string, { readonly title: string; readonly href: string }>;
