import MarkdownIt from 'markdown-it';
import { addFootnotes } from '../../shared/markdown/footnote-rules';

/** What may stay as it is since it is code. */
interface KeptCode {
  readonly spans: boolean;
  readonly listings: boolean;
}

/** From what reads best to what is safe whatever a viewer makes of it. */
const kept: readonly KeptCode[] = [
  { spans: true, listings: true },
  { spans: false, listings: true },
];

/** Text as it is without HTML, of which nothing is left. */
const parser = new MarkdownIt();
/** What others may open the file with. Where footnotes are known, what is indented below one is no listing. */
const viewers = [new MarkdownIt({ html: true }), new MarkdownIt({ html: true }).use(addFootnotes)] as const;

/**
 * Text of a chat as it may stand in a Markdown file that any viewer opens: pictures that would be loaded from elsewhere, and
 * HTML, are shown as what was written. Code stays as it is, but where viewers could take any of it for more than that.
 */
export function safeMarkdown(text: string): string {
  for (const code of kept) {
    const markdown = closed(escaped(text, code));
    if (!loads(markdown)) {
      return markdown;
    }
  }
  return escaped(text, { spans: false, listings: false });
}

/** Of a question, which people type as lines and not as chapters: none of it becomes a heading of the file. */
export function safeQuestion(text: string): string {
  const markdown = safeMarkdown(text);
  const lines = markdown.split('\n');
  for (const { type, markup, map } of parser.parse(markdown, {})) {
    if (type === 'heading_open' && map) {
      const isUnderlined = !markup.startsWith('#');
      const line = isUnderlined ? map[1] - 1 : map[0];
      lines[line] = lines[line]?.replace(isUnderlined ? /^[\s>]*(?=[=-])/ : /^[^#]*/, '$&\\') ?? '';
    }
  }
  return lines.join('\n');
}

function escaped(text: string, { spans, listings }: KeptCode): string {
  const lines = text.split('\n');
  const parts: string[] = [];
  let end = 0;
  for (const { type, level, map } of listings ? parser.parse(text, {}) : []) {
    if ((type === 'fence' || type === 'code_block') && level === 0 && map) {
      parts.push(...prose(lines.slice(end, map[0]), spans), ...lines.slice(map[0], map[1]));
      end = map[1];
    }
  }
  return [...parts, ...prose(lines.slice(end), spans)].join('\n');
}

/** What is escaped already stays so. A run of backticks that nothing closes is no code. */
function prose(lines: readonly string[], keepsSpans: boolean): readonly string[] {
  const text = lines.join('\n');
  const loading = keepsSpans
    ? /\\.|(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n))*?(?<!`)\1(?!`)|!\[|<(?=[a-z/!?])(?!(?:https?|mailto):)/gi
    : /\\.|!\[|<(?=[a-z/!?])(?!(?:https?|mailto):)/gi;
  return lines.length === 0
    ? []
    : [text.replace(loading, (found) => (found === '![' || found === '<' ? `\\${found}` : found))];
}

/** What is cut off within a listing must not take what follows into it. */
function closed(text: string): string {
  const last = parser.parse(text, {}).findLast(({ level }) => level === 0);
  if (last?.type !== 'fence' || !last.map) {
    return text;
  }
  const [start, end] = last.map;
  const ending = text.split('\n')[end - 1]?.trim() ?? '';
  const isClosed =
    end - 1 > start && ending.startsWith(last.markup) && ending.replaceAll(last.markup.charAt(0), '') === '';
  return isClosed ? text : `${text}\n${last.markup}`;
}

/** Whether a viewer would load a picture, or pass on HTML. */
function loads(markdown: string): boolean {
  return viewers.some((viewer) =>
    viewer
      .parse(markdown, {})
      .flatMap((token) => [token, ...(token.children ?? [])])
      .some(({ type }) => type === 'image' || type === 'html_inline' || type === 'html_block'),
  );
}
