/**
 * @param {readonly import('./benchmark').Row[]} rows
 * @returns {string} a line for the names of the columns and one for each row: text to the left, numbers to the right
 */
export function formatTable(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => formatValue(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const isNumber = columns.map((column) => rows.some((row) => typeof row[column] === 'number'));
  const pad = (/** @type {string} */ cell, /** @type {number} */ index) =>
    isNumber[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
  return cells.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** @param {string | number | undefined} value */
function formatValue(value) {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  // Three digits are more than any of these measurements is good for.
  return Number.isInteger(value) || Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
