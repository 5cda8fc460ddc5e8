import MarkdownIt from 'markdown-it';

const viewer = new MarkdownIt({ html: true });

/** What a viewer of Markdown that lets HTML through would load or pass on of a text. */
export function loadsOrRuns(markdown: string): readonly string[] {
  return viewer
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => ['image', 'html_inline', 'html_block'].includes(type))
    .map(({ type, content }) => `${type}: ${content}`);
}
