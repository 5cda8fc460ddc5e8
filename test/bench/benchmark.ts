/** What a file test/bench/NAME.bench.ts exports as `benchmark`. */
export interface Benchmark {
  /** One line above the table: what is compared and what a number means. */
  readonly title: string;
  /** Measures, and yields a row for each contender or step as soon as it is known. */
  run(): AsyncIterable<Row>;
}

/** Cells by column name; a column of numbers names its unit, for instance `wall ms`. */
export type Row = Readonly<Record<string, string | number>>;
