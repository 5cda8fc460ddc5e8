import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory, writeFileDurably } from '../store/durable-file';
import { errorCode } from '../store/error-code';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';
import { compactEntries } from './compact-entries';
import { localDay, monthOf } from './local-day';
import { formatEntry, parseEntry, type UsageEntry } from './usage-entry';

export interface UsageLedgerOptions {
  readonly directory: string;
  /** Told when something could not be written; the request that it was about has gone well. */
  readonly onError: (error: unknown) => void;
}

/**
 * What every request used, one file a month and one line a request. Several windows add to the same file, each line in
 * one write at its end; each begins with its line break, so that a line which a crash cut off spoils no other. The file
 * of a month that ended more than a month ago is replaced by its sums of each day, model and chat, and takes no further
 * lines: what is kept grows with the days and not with the requests.
 */
export class UsageLedger implements Disposable {
  readonly #options: UsageLedgerOptions;
  readonly #changes = new Emitter<void>();
  /** The writes so far, one after the other; never rejects. */
  #writes: Promise<void> = Promise.resolve();

  constructor(options: UsageLedgerOptions) {
    this.#options = options;
  }

  /** Fired when this window has added something, or cleared all. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** Never throws; `flush` waits for it. */
  record(entry: UsageEntry): void {
    this.#enqueue(async () => {
      await makeDirectory(this.#options.directory);
      await appendFile(this.#pathOf(monthOf(entry.day)), `\n${formatEntry(entry)}`, { mode: 0o600 });
    });
  }

  /** All that was recorded, by all windows, the oldest month first. Throws when a file can't be read. */
  async entries(): Promise<readonly UsageEntry[]> {
    await this.flush();
    const all: UsageEntry[] = [];
    for (const month of await this.#months()) {
      const entries = await this.#read(month);
      all.push(...entries);
      await this.#compact(month, entries);
    }
    return all;
  }

  /** What was recorded in a month such as `2026-11`. Throws when the file can't be read. */
  async month(month: string): Promise<readonly UsageEntry[]> {
    await this.flush();
    return await this.#read(month);
  }

  /** Forgets everything. Throws when a file can't be removed. */
  async clear(): Promise<void> {
    await this.flush();
    for (const month of await this.#months()) {
      await rm(this.#pathOf(month), { force: true });
    }
    this.#changes.fire();
  }

  /** Resolves once all that was recorded so far is written, or could not be. */
  flush(): Promise<void> {
    return this.#writes;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #enqueue(write: () => Promise<void>): void {
    this.#writes = this.#writes
      .then(write)
      .then(() => this.#changes.fire())
      .catch(this.#options.onError);
  }

  async #months(): Promise<readonly string[]> {
    const names = await readdir(this.#options.directory).catch(unlessMissing<readonly string[]>([]));
    return names.flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []).sort();
  }

  async #read(month: string): Promise<readonly UsageEntry[]> {
    const text = await readFile(this.#pathOf(month), 'utf8').catch(unlessMissing(''));
    return text.split('\n').flatMap((line) => parseEntry(line) ?? []);
  }

  /** A clock that is wrong by a month, or a window that was asleep, may still add to the month that has just ended. */
  async #compact(month: string, entries: readonly UsageEntry[]): Promise<void> {
    const monthAgo = new Date();
    monthAgo.setDate(0);
    if (month >= monthOf(localDay(monthAgo.getTime()))) {
      return;
    }
    const compacted = compactEntries(entries);
    if (compacted.length < entries.length) {
      const lines = compacted.map((entry) => `\n${formatEntry(entry)}`).join('');
      await writeFileDurably(this.#pathOf(month), lines).catch(this.#options.onError);
    }
  }

  #pathOf(month: string): string {
    return join(this.#options.directory, `${month}.jsonl`);
  }
}

function unlessMissing<T>(substitute: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT') {
      return substitute;
    }
    throw error;
  };
}
