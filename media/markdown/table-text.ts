import type { TableFormat } from './table-block';

/** A table of an answer as text for the clipboard. */
export function tableText(table: HTMLTableElement, format: TableFormat): string {
  const rows = Array.from(table.rows, (row) => [...row.cells]);
  return format === 'csv' ? csvOf(rows) : markdownOf(rows);
}

type Rows = readonly (readonly HTMLTableCellElement[])[];

/** As RFC 4180 has it. */
function csvOf(rows: Rows): string {
  const field = (cell: HTMLElement): string => {
    const text = plainText(cell).trim();
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function markdownOf(rows: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const [head = [], ...body] = rows;
  const row = (cells: readonly HTMLElement[]): string =>
    line(cells.map((cell) => markdownText(cell).trim().replaceAll('|', '\\|')));
  return [row(head), line(head.map(delimiterOf)), ...body.map(row)].join('');
}

function delimiterOf({ classList }: HTMLElement): string {
  if (classList.contains('align-center')) {
    return ':-:';
  }
  return classList.contains('align-right') ? '--:' : classList.contains('align-left') ? ':--' : '---';
}

/** What is read; of a formula that is drawn, its TeX. */
function plainText(node: Node): string {
  if (!(node instanceof Element)) {
    return node.textContent ?? '';
  }
  return texOf(node) ?? Array.from(node.childNodes, plainText).join('');
}

const marks: Readonly<Record<string, string>> = { STRONG: '**', EM: '*', S: '~~' };

function markdownText(node: Node): string {
  if (!(node instanceof Element)) {
    return (node.textContent ?? '').replace(/[\\`*_[\]$]/g, '\\$&');
  }
  const tex = texOf(node);
  if (tex !== undefined) {
    return `$${tex}$`;
  }
  if (node.tagName === 'CODE') {
    const code = node.textContent;
    const fence = '`'.repeat(Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length)) + 1);
    return code.startsWith('`') || code.endsWith('`') ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`;
  }
  const text = Array.from(node.childNodes, markdownText).join('');
  if (node instanceof HTMLAnchorElement) {
    return `[${text}](<${node.href}>)`;
  }
  if (node instanceof HTMLElement && node.dataset['note'] !== undefined) {
    return `[^${node.dataset['note']}]`;
  }
  const mark = marks[node.tagName] ?? '';
  return node.tagName === 'BR' ? ' ' : `${mark}${text}${mark}`;
}

function texOf(element: Element): string | undefined {
  const isDrawn = element.classList.contains('katex') || element.classList.contains('katex-display');
  return isDrawn ? (element.querySelector('annotation')?.textContent ?? '') : undefined;
}
