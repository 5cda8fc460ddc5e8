import type { PictureCorpus } from './picture-corpora';

/** What became of a file: `picture` and kinds such as `text` can be sent, all else are refusals by their kind. */
export interface FileOutcome {
  readonly came: string;
  /** Processor time of the media process, in seconds; absent where the system does not tell. */
  readonly seconds: number | undefined;
}

/** Counts what the files of each corpus came to, and tells it in a table. */
export class PictureOutcomes {
  readonly #found = new Map<string, FileOutcome[]>();
  #peakMegabytes: number | undefined;

  add(corpus: string, outcome: FileOutcome): void {
    this.#found.set(corpus, [...(this.#found.get(corpus) ?? []), outcome]);
  }

  sawPeak(megabytes: number | undefined): void {
    this.#peakMegabytes = Math.max(this.#peakMegabytes ?? 0, megabytes ?? 0) || undefined;
  }

  table(folder: string, corpora: readonly PictureCorpus[] | undefined): string {
    if (!corpora) {
      return `SKIPPED: there is no folder of test data at ${folder}. IRIS_CORPORA names another.`;
    }
    const rows = corpora.map(({ name, files }) => {
      const outcomes = this.#found.get(name) ?? [];
      const kinds = [...Map.groupBy(outcomes, ({ came }) => came)].map(([came, of]) => `${of.length} ${came}`);
      const slowest = Math.max(0, ...outcomes.map(({ seconds = 0 }) => seconds));
      return `  ${name}: ${files.length} files: ${kinds.sort().join(', ')}; the slowest ${slowest.toFixed(1)} s of processor time`;
    });
    return [
      `Pictures in ${folder}`,
      ...(rows.length > 0 ? rows : ['  SKIPPED: there are none.']),
      ...(this.#peakMegabytes === undefined ? [] : [`  at most ${this.#peakMegabytes} MB in the media process`]),
    ].join('\n');
  }
}
