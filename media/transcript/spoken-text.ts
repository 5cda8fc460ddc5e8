import { BlockStream } from '../markdown/block-stream';
import type { MarkdownNode } from '../markdown/markdown-node';

/** Characters of an answer that are read aloud at most: who wants all of it goes there. */
const spokenLength = 300;
/** Characters of its source that are looked at for that. */
const readLength = 4_000;

/** How a markdown text begins, as it is read aloud: in one line, without marks, up to the end of a word. */
export function spokenText(markdown: string): string {
  const stream = new BlockStream();
  stream.append(markdown.slice(0, readLength));
  stream.finish();
  const blocks = Array.from({ length: stream.length }, (_, index) => stream.block(index) ?? '');
  const text = blocks.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
  if (text.length <= spokenLength) {
    return text;
  }
  const beginning = text.slice(0, spokenLength + 1);
  const end = beginning.lastIndexOf(' ');
  return `${end < 0 ? beginning.slice(0, spokenLength).replace(/[\ud800-\udbff]$/, '') : beginning.slice(0, end)}…`;
}

/** Without the names of buttons; lines, cells and items stay words of their own. */
function textOf(node: MarkdownNode): string {
  if (typeof node === 'string') {
    return node;
  }
  const text = node.tag === 'button' ? '' : node.children.map(textOf).join('');
  return separate.has(node.tag) ? ` ${text} ` : text;
}

const separate: ReadonlySet<string> = new Set(['p', 'li', 'td', 'th', 'br', 'pre', 'blockquote', 'dt', 'dd']);
