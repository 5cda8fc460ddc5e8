import { markdownParser } from '../../../media/markdown/parser';
import type { MarkdownExample } from './markdown-corpora';

/**
 * Whether the panel's parser reads an example as its specification says. Compared is the HTML that the parser would write:
 * what the panel makes of the same tokens differs on purpose (headings are lower, links that lead nowhere are text).
 */
export function conforms({ markdown, html }: MarkdownExample): boolean {
  return normalized(markdownParser.render(markdown, {})) === normalized(html);
}

/** Why the panel reads an example differently; nothing where it should not. */
export function knownDeviation({ section, markdown, html }: MarkdownExample): string | undefined {
  if (/<[a-z!?/]/i.test(markdown.replace(/<(?:https?|mailto|[a-z][\w+.-]*):[^\s>]*>/gi, ''))) {
    return 'with HTML, which is shown as text';
  }
  if (/autolink/i.test(section) || /(?:www\.|@)/.test(markdown)) {
    return 'with bare addresses, of which only those that begin with their scheme become links';
  }
  if (/(?<!~)~(?!~)/.test(markdown)) {
    return 'with single tildes, which mean "about" and strike nothing through';
  }
  if (/footnote/i.test(section)) {
    return 'with footnotes, which stay where they are written';
  }
  if (/\\[([]|\$/.test(markdown)) {
    return 'with what is read as a formula';
  }
  if (html.includes('type="checkbox"')) {
    return 'with tasks, which become boxes outside of the parser';
  }
  if (/^tables?/i.test(section) || /<table>/.test(html)) {
    return 'with tables';
  }
  return undefined;
}

/** Only what makes no difference to the page is made the same: white space between blocks and the spelling of tags. */
function normalized(html: string): string {
  return html
    .replace(/\s*\/>/g, '>')
    .replace(/ style="text-align:\s*(\w+);?"/g, ' align="$1"')
    .replace(/<(\/?)del>/g, '<$1s>')
    .replace(/&#x?\w+;|&quot;/g, (entity) => (entity === '&quot;' ? '"' : entity))
    .replace(/>\s+</g, '><')
    .trim();
}
