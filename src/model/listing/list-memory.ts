import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Emitter, type Event } from '../../util/emitter';
import type { Endpoint } from '../endpoint';
import type { ListedModel } from '../model-listing';
import { parseStoredList } from './parse-stored-list';

/** A list as a server gave it. */
export interface StoredList {
  /** Milliseconds since the epoch. */
  readonly listedAt: number;
  readonly models: readonly ListedModel[];
}

type Place = Pick<Endpoint, 'name' | 'baseUrl'>;

const freshMilliseconds = 60 * 60 * 1_000;

/** Whether the list is too old to be relied on. */
export function isStale({ listedAt }: StoredList, now = Date.now()): boolean {
  return now - listedAt > freshMilliseconds || listedAt > now;
}

/**
 * The last list of each endpoint, kept in memory and, for the next session, in one file each: lists of a thousand
 * models are too much for the editor's own memory, which is read whole at every start.
 */
export class ListMemory {
  readonly #directory: string;
  readonly #lists = new Map<string, StoredList>();
  readonly #reads = new Map<string, Promise<void>>();
  readonly #changes = new Emitter<void>();

  /** @param directory absolute path of a folder of its own, which need not exist yet */
  constructor(directory: string) {
    this.#directory = directory;
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** What is in memory; `load` brings it there. */
  get(endpoint: Place): StoredList | undefined {
    return this.#lists.get(fileName(endpoint));
  }

  /** Reads what an earlier session stored, once. A file that can't be read counts as none. */
  async load(endpoint: Place): Promise<StoredList | undefined> {
    const name = fileName(endpoint);
    let read = this.#reads.get(name);
    if (!read) {
      read = this.#read(name);
      this.#reads.set(name, read);
    }
    await read;
    return this.#lists.get(name);
  }

  /** Keeps a new list. A list that can't be written is kept for this session. */
  async keep(endpoint: Place, models: readonly ListedModel[]): Promise<void> {
    const name = fileName(endpoint);
    const list: StoredList = { listedAt: Date.now(), models };
    this.#lists.set(name, list);
    this.#changes.fire();
    try {
      await mkdir(this.#directory, { recursive: true });
      // Another window may write the same list: each writes its own file, and the last becomes the one.
      const draft = path.join(this.#directory, `${name}.${process.pid}.tmp`);
      await writeFile(draft, JSON.stringify(list));
      await rename(draft, path.join(this.#directory, name));
    } catch {
      // The next session asks the server.
    }
  }

  /** Removes the files of all endpoints but these. */
  async keepOnly(endpoints: readonly Place[]): Promise<void> {
    const kept = new Set(endpoints.map(fileName));
    const names = await readdir(this.#directory).catch(() => []);
    await Promise.all(
      names
        .filter((name) => !kept.has(name))
        .map((name) => rm(path.join(this.#directory, name), { force: true }).catch(() => undefined)),
    );
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #read(name: string): Promise<void> {
    const text = await readFile(path.join(this.#directory, name), 'utf8').catch(() => undefined);
    const list = text === undefined ? undefined : parseStoredList(text);
    if (list && !this.#lists.has(name)) {
      this.#lists.set(name, list);
      this.#changes.fire();
    }
  }
}

/** Says nothing of the address: names of files turn up in logs and backups. */
function fileName({ name, baseUrl }: Place): string {
  return `${createHash('sha256')
    .update(JSON.stringify([name, baseUrl]))
    .digest('hex')
    .slice(0, 32)}.json`;
}
