import type { Corpus } from './corpora-folder';
import type { ClientDifference, VectorOutcome } from './check-vector';
import { type Difference, differences } from './expected-answer';

/** Counts what the vectors of each corpus came to, and tells it in a table. */
export class Outcomes {
  readonly #rows = new Map<string, { passed: number; differing: number; failed: number }>();
  readonly #differences = new Map<Difference, number>();
  readonly #clientDifferences = new Map<ClientDifference, number>();

  add(corpus: string, { problems, differences: found, clientDifference }: VectorOutcome): void {
    const row = this.#rows.get(corpus) ?? { passed: 0, differing: 0, failed: 0 };
    row[problems.length > 0 ? 'failed' : found.length > 0 ? 'differing' : 'passed'] += 1;
    this.#rows.set(corpus, row);
    for (const difference of found) {
      this.#differences.set(difference, (this.#differences.get(difference) ?? 0) + 1);
    }
    if (clientDifference) {
      this.#clientDifferences.set(clientDifference, (this.#clientDifferences.get(clientDifference) ?? 0) + 1);
    }
  }

  /** Of a folder, or of none: then it says that all was skipped. */
  table(folder: string, corpora: readonly Corpus[] | undefined): string {
    if (!corpora) {
      return `SKIPPED: there is no folder of test data at ${folder}. IRIS_CORPORA names another.`;
    }
    const rows = corpora.map(({ name, vectors, unreadable }) => {
      const { passed = 0, differing = 0, failed = 0 } = this.#rows.get(name) ?? {};
      const skipped = vectors.length + unreadable.length === 0 ? 'no event streams' : String(unreadable.length);
      return [name, String(vectors.length), String(passed), String(differing), String(failed), skipped];
    });
    return [
      `Test data in ${folder}`,
      ...aligned([['folder', 'vectors', 'passed', 'differing as named', 'failed', 'skipped'], ...rows]),
      ...(corpora.some(({ vectors }) => vectors.length > 0)
        ? []
        : ['SKIPPED: event streams, of which there are none.']),
      ...corpora.flatMap(({ unreadable }) => unreadable.map((problem) => `SKIPPED: ${problem}.`)),
      ...[...this.#differences].map(([name, count]) => `Differing as named (${count}): ${differences[name]}.`),
      ...[...this.#clientDifferences].map(
        ([name, count]) => `The openai client alone differs (${count}): it ${name}; Iris stands before it.`,
      ),
    ].join('\n');
  }
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
