import type { UsageEntry } from './usage-entry';

type Cell = string | number | undefined;

const columns: readonly (readonly [
  name: string,
  of: (entry: UsageEntry, titles: ReadonlyMap<string, string>) => Cell,
])[] = [
  ['day', ({ day }) => day],
  ['time (UTC)', ({ time }) => new Date(time).toISOString()],
  ['endpoint', ({ endpoint }) => endpoint],
  ['model', ({ model }) => model],
  ['chat', ({ conversationId }, titles) => (conversationId === undefined ? '' : titles.get(conversationId))],
  ['chat identifier', ({ conversationId }) => conversationId],
  ['operation', ({ operation }) => operation],
  ['requests', ({ requests = 1 }) => requests],
  ['input tokens', ({ usage }) => usage.inputTokens],
  ['input tokens estimated beforehand', ({ estimatedInputTokens }) => estimatedInputTokens],
  ['cached input tokens', ({ usage }) => usage.cachedInputTokens],
  ['audio input tokens', ({ usage }) => usage.audioInputTokens],
  ['output tokens', ({ usage }) => usage.outputTokens],
  ['reasoning tokens', ({ usage }) => usage.reasoningTokens],
  ['audio output tokens', ({ usage }) => usage.audioOutputTokens],
  ['tokens are estimated', ({ usage }) => (usage.isEstimated ? 'yes' : 'no')],
  ['US dollars', ({ usage }) => usage.cost?.dollars],
  ['dollars according to', ({ usage }) => usage.cost?.source],
];

/**
 * One row an entry, as RFC 4180 has it. Begins with a byte order mark, without which Excel takes UTF-8 for something
 * else. Names come from servers and people: one that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function usageCsv(entries: readonly UsageEntry[], titles: ReadonlyMap<string, string>): string {
  const header = columns.map(([name]) => name);
  const rows = entries.map((entry) => columns.map(([, of]) => of(entry, titles)));
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.map(formatCell).join(',')}\r\n`).join('')}`;
}

function formatCell(cell: Cell): string {
  if (cell === undefined) {
    return '';
  }
  // Small amounts of money without an exponent, which not every program reads.
  const text = typeof cell === 'number' ? plainNumber(cell) : neutral(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(12).replace(/0+$/, '');
}

/** Source of the characters: https://owasp.org/www-community/attacks/CSV_Injection */
function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
