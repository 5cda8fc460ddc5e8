export interface Problem {
  /** As the person knows it, as in "shop/cart.js". */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Who found it and which rule it breaks, as in "ts(2304)". */
  readonly rule?: string;
  /** The line it is in. */
  readonly code?: string;
}

/** Problems that are listed: who has more than these begins at the top anyway. */
const maxProblems = 300;
const maxLineCharacters = 300;
const order = ['error', 'warning', 'information', 'hint'] as const;

/** Problems by their files, the worst first among those that are listed, each with the line it is in. */
export function formatProblems(problems: readonly Problem[]): string {
  const worst = problems
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, maxProblems)
    .toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);
  const files = [...new Set(worst.map(({ file }) => file))];
  const blocks = files.map((file) => [file, ...worst.filter((one) => one.file === file).map(formatProblem)].join('\n'));
  const leftOut = problems.length - worst.length;
  return [
    ...blocks,
    ...(leftOut > 0 ? [`[${leftOut.toLocaleString('en-US')} less severe problems are left out here]`] : []),
  ].join('\n\n');
}

function formatProblem({ line, column, severity, message, rule, code }: Problem): string {
  const place = `  ${line}:${column} ${severity}${rule === undefined ? '' : ` ${rule}`}: `;
  const words = message.replaceAll('\n', '\n    ');
  const source = code?.trim().slice(0, maxLineCharacters);
  return source === undefined || source === '' ? place + words : `${place}${words}\n    > ${source}`;
}
