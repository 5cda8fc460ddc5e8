/** Rows as a Markdown table; the first is its head. Rows may be of different lengths. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (!head || width === 0) {
    return '';
  }
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, column) => cellText(row[column] ?? '')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

function cellText(text: string): string {
  return text
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\s*\r?\n\s*/g, '<br>');
}

/** A list item, a heading or a paragraph on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
