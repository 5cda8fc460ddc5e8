import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disposable } from '../util/disposable';
import { makeDirectory, writeFileDurably } from './durable-file';
import { namedBlobs } from './named-blobs';

export interface DraftClaimsOptions {
  readonly directory: string;
  /** Names this window's workspace, in this session as in the next; becomes a file name. */
  readonly id: () => string;
  /** Hashes that the drafts of this window name now. */
  readonly current: () => Iterable<string>;
  readonly onError: (error: unknown) => void;
}

/** Longer than a question takes from the draft into the file of its chat, so that one of both always names its blobs. */
const writeDelayMilliseconds = 2_000;

/** Which blobs the drafts of all windows need, those of closed ones too: one file for each workspace. */
export class DraftClaims implements Disposable {
  readonly #options: DraftClaimsOptions;
  #timer: NodeJS.Timeout | undefined;
  #written = '';

  constructor(options: DraftClaimsOptions) {
    this.#options = options;
  }

  /** A draft has changed: it is written down a little later. */
  changed(): void {
    this.#timer ??= setTimeout(() => void this.flush(), writeDelayMilliseconds).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { directory, id, current, onError } = this.#options;
    const names = [...new Set(current())].sort();
    const text = JSON.stringify(names.map((sha256) => ({ sha256 })));
    if (text === this.#written) {
      return;
    }
    const path = join(directory, `${id()}.json`);
    try {
      if (names.length === 0) {
        await rm(path, { force: true });
      } else {
        await makeDirectory(directory);
        await writeFileDurably(path, text);
      }
      this.#written = text;
    } catch (error) {
      onError(error);
    }
  }

  async all(): Promise<ReadonlySet<string>> {
    const { directory, current } = this.#options;
    const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.json'));
    const claims = await Promise.all(names.map((name) => readFile(join(directory, name)).catch(() => Buffer.alloc(0))));
    return new Set([...claims.flatMap((claim) => [...namedBlobs(claim)]), ...current()]);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
