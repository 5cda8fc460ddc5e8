/** `refused`: it may work a moment later. `closed`: it never will. */
export type WriteOutcome = 'written' | 'refused' | 'closed';

export interface BatchedWriterOptions {
  readonly write: (text: string) => Promise<WriteOutcome>;
  /** Between two writes. */
  readonly pause: () => Promise<void>;
  /** Called once, when no more text can be written. */
  readonly onLost: (reason: Exclude<WriteOutcome, 'written'>) => void;
}

/** Refusals in a row after which no edit is going to be taken: it is not one that crossed with another. */
const maxRefusals = 20;

/** Writes text that comes in small pieces in larger ones, one after the other, and again where one was refused. */
export class BatchedWriter {
  readonly #options: BatchedWriterOptions;
  #waiting = '';
  /** Counts how often what waits was forgotten: a refused text from before must not come back. */
  #generation = 0;
  #isLost = false;
  #running: Promise<void> | undefined;

  constructor(options: BatchedWriterOptions) {
    this.#options = options;
  }

  push(text: string): void {
    this.#waiting += text;
    this.#running ??= this.#run();
  }

  /** Resolves once everything so far is written, or nothing more can be. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Forgets what is not written yet. */
  async clear(): Promise<void> {
    this.#generation++;
    this.#waiting = '';
    await this.#running;
  }

  async #run(): Promise<void> {
    let refusals = 0;
    while (this.#waiting !== '' && !this.#isLost) {
      const text = this.#waiting;
      this.#waiting = '';
      const generation = this.#generation;
      const outcome = await this.#options.write(text);
      if (outcome === 'written') {
        refusals = 0;
      } else if (outcome === 'refused' && ++refusals < maxRefusals) {
        this.#waiting = generation === this.#generation ? text + this.#waiting : this.#waiting;
      } else {
        this.#isLost = true;
        this.#options.onLost(outcome);
        break;
      }
      await this.#options.pause();
    }
    this.#running = undefined;
  }
}
