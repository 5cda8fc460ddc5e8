import type { MarkdownNode } from '../markdown/markdown-node';
import { paintCode } from './paint-code';
import type { HighlightJob, HighlightResult } from './token-run';

/** Longest code that is coloured, in UTF-16 units. */
const maxLength = 200_000;

/** How much coloured code is kept, in UTF-16 units. */
const maxKept = 2_000_000;

/** How long one job may take, in milliseconds: some patterns of some languages take forever on hostile text. */
const maxTime = 5_000;

interface Job extends HighlightJob {
  readonly key: string;
  readonly changed: Set<() => void>;
}

/** Colours code in a worker, one piece of code after the other, and keeps what it made. */
export class CodeColors {
  readonly #start: () => Promise<Worker>;
  /** Painted code, the most recently used last; nothing for what can't be coloured. */
  readonly #kept = new Map<string, readonly MarkdownNode[] | undefined>();
  readonly #jobs = new Map<string, Job>();
  #worker: Promise<Worker> | undefined;
  #keptLength = 0;
  #isRunning = false;

  /** @param start starts the worker, when there is something to colour */
  constructor(start: () => Promise<Worker>) {
    this.#start = start;
  }

  /**
   * The code as painted pieces (see `codePieces`). Nothing where it has no colours, now or ever.
   *
   * @param changed called once when the colours are there, if they are not yet
   */
  painted(code: string, language: string, changed: () => void): readonly MarkdownNode[] | undefined {
    if (language === '' || code === '' || code.length > maxLength) {
      return undefined;
    }
    const key = `${language}\n${code}`;
    if (this.#kept.has(key)) {
      const pieces = this.#kept.get(key);
      this.#kept.delete(key);
      this.#kept.set(key, pieces);
      return pieces;
    }
    const job = this.#jobs.get(key) ?? { key, code, language, changed: new Set<() => void>() };
    job.changed.add(changed);
    this.#jobs.set(key, job);
    void this.#run();
    return undefined;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) {
      return;
    }
    this.#isRunning = true;
    for (let job = this.#next(); job; job = this.#next()) {
      const runs = await this.#highlight(job);
      this.#jobs.delete(job.key);
      this.#keep(job, runs && paintCode(job.code, runs));
      job.changed.forEach((changed) => changed());
    }
    this.#isRunning = false;
  }

  #next(): Job | undefined {
    return this.#jobs.values().next().value;
  }

  /** Nothing when there is no worker, or when it fails or takes too long: the code stays as it is. */
  async #highlight({ code, language }: Job): Promise<HighlightResult> {
    let worker: Worker | undefined;
    try {
      worker = await (this.#worker ??= this.#start());
      return await ask(worker, { code, language });
    } catch {
      worker?.terminate();
      this.#worker = undefined;
      return undefined;
    }
  }

  #keep({ key }: Job, pieces: readonly MarkdownNode[] | undefined): void {
    this.#kept.set(key, pieces);
    this.#keptLength += key.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptLength <= maxKept) {
        break;
      }
      this.#kept.delete(oldest);
      this.#keptLength -= oldest.length;
    }
  }
}

async function ask(worker: Worker, job: HighlightJob): Promise<HighlightResult> {
  const answer = Promise.withResolvers<HighlightResult>();
  const failed = (): void => answer.reject(new Error('the highlighter gave no answer'));
  const timer = setTimeout(failed, maxTime);
  worker.onmessage = ({ data }: MessageEvent<HighlightResult>) => answer.resolve(data);
  worker.onerror = failed;
  worker.postMessage(job);
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
  }
}
