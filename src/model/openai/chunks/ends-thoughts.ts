/** Marks of quotes and list items that a block of code may stand in. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;

/** Whether a closing tag after this text ends it, and is not quoted by it or a part of code, of a table or of JSON. */
export function endsThoughts(text: string): boolean {
  const lines = text.split('\n');
  const line = lines.pop() ?? '';
  return !(
    /^\s*[{[]/.test(text) ||
    /["'“‘«„\\([]$/.test(line) ||
    // A word of a sentence: thoughts end with one, or with a line.
    /[\p{L}\p{N},] +$/u.test(line) ||
    // Code by its indentation, and the rows of a table.
    /^(?: {4}| {0,3}\t)/.test(line) ||
    /^\s*\||\s\|\s/.test(line) ||
    isInFence(lines) ||
    isInCodeSpan(line)
  );
}

function isInFence(lines: readonly string[]): boolean {
  let fence = '';
  for (const line of lines) {
    const found = /^(`{3,}|~{3,})(.*)$/.exec(line.replace(containers, ''));
    const [, marks = '', rest = ''] = found ?? [];
    if (fence === '') {
      // Ticks after ticks are a span of code.
      fence = marks.startsWith('`') && rest.includes('`') ? '' : marks;
    } else if (marks.startsWith(fence) && rest.trim() === '') {
      fence = '';
    }
  }
  return fence !== '';
}

/** Spans of code end with as many ticks as they began with. */
function isInCodeSpan(line: string): boolean {
  const outside = line.replace(/(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
  return /(?<!\\)`/.test(outside);
}
