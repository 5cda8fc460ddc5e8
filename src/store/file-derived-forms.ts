import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from './blob-store';
import type { DerivedForms, DerivedKey } from './derived-forms';
import { makeDirectory, writeFileDurably } from './durable-file';
import { isNumber, isRecord, isString } from './guard';
import { namedBlobs } from './named-blobs';

/** Derived forms on disk, which can be counted and forgotten. */
export interface FileDerivedForms extends DerivedForms {
  list(): Promise<readonly DerivedFile[]>;
  /** Forgets a form, unless it was used since it was listed; resolves to the bytes that this frees. */
  remove(form: DerivedFile): Promise<number>;
}

export interface DerivedFile {
  readonly path: string;
  /** SHA-256 of what it was made of. */
  readonly source: string;
  /** Hashes of the blobs that it names. */
  readonly blobs: ReadonlySet<string>;
  readonly byteLength: number;
  /** Milliseconds since the epoch; an hour may be missing. */
  readonly usedAt: number;
}

export interface DerivedFormsOptions {
  readonly directory: string;
  readonly blobs: Pick<BlobStore, 'has'>;
  /** Told of the bytes of each form that was written. */
  readonly onStored?: (byteLength: number) => void;
}

/** The time of a file says when it was last used. Writing it with each use would cost more than it tells. */
const staleUseMilliseconds = 60 * 60 * 1000;
const formVersion = 1;

/** Keeps each form in a JSON file whose name begins with the hash of its source. */
export function createDerivedForms(options: DerivedFormsOptions): FileDerivedForms {
  return new DirectoryDerivedForms(options);
}

class DirectoryDerivedForms implements FileDerivedForms {
  readonly #options: DerivedFormsOptions;

  constructor(options: DerivedFormsOptions) {
    this.#options = options;
  }

  async get<T>(key: DerivedKey, isValid: (value: unknown) => value is T): Promise<T | undefined> {
    const path = this.#path(key);
    const stored = parse(await readFile(path, 'utf8').catch(() => ''));
    if (stored === undefined || !isValid(stored.value)) {
      return undefined;
    }
    const areThere = await Promise.all(blobsIn(stored.value).map((blob) => this.#options.blobs.has(blob)));
    if (areThere.includes(false)) {
      return undefined;
    }
    await noteUse(path);
    return stored.value;
  }

  async put(key: DerivedKey, value: unknown): Promise<void> {
    const path = this.#path(key);
    const text = JSON.stringify({ version: formVersion, form: key.form, value });
    try {
      await makeDirectory(dirname(path));
      await writeFileDurably(path, text);
      this.#options.onStored?.(Buffer.byteLength(text));
    } catch {
      // What can't be kept is made again. The full disk that is behind it is told where it costs something: in chats.
    }
  }

  async list(): Promise<readonly DerivedFile[]> {
    const { directory } = this.#options;
    const names = await readdir(directory, { recursive: true }).catch(() => []);
    const files = await Promise.all(names.map((name) => readForm(join(directory, name))));
    return files.flatMap((file) => file ?? []);
  }

  async remove({ path, usedAt, byteLength }: DerivedFile): Promise<number> {
    const found = await stat(path).catch(() => undefined);
    if (!found || found.mtimeMs > usedAt) {
      return 0;
    }
    await rm(path, { force: true });
    return byteLength;
  }

  #path({ source, form, settings }: DerivedKey): string {
    const what = createHash('sha256')
      .update(JSON.stringify([form, sorted(settings)]))
      .digest('hex');
    return join(this.#options.directory, source.slice(0, 2), `${source}.${what.slice(0, 16)}.json`);
  }
}

async function noteUse(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > staleUseMilliseconds) {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
  }
}

async function readForm(path: string): Promise<DerivedFile | undefined> {
  const source = /([0-9a-f]{64})\.[0-9a-f]{16}\.json$/.exec(path)?.[1];
  if (source === undefined) {
    return undefined;
  }
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(path), stat(path)]);
    return { path, source, blobs: namedBlobs(content), byteLength: content.byteLength, usedAt: mtimeMs };
  } catch {
    // Another window has just forgotten it.
    return undefined;
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    const stored: unknown = JSON.parse(text);
    return isRecord(stored) && stored['version'] === formVersion ? { value: stored['value'] } : undefined;
  } catch {
    return undefined;
  }
}

function blobsIn(value: unknown): readonly { readonly sha256: string; readonly byteLength?: number }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { sha256, byteLength } = isRecord(value) ? value : {};
  const own = isString(sha256) ? [{ sha256, ...(isNumber(byteLength) && { byteLength }) }] : [];
  return [...own, ...Object.values(value).flatMap(blobsIn)];
}

/** The same text for equal settings, in whatever order their fields were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([first], [second]) => (first < second ? -1 : 1))
          .map(([name, field]) => [name, sorted(field)]),
      )
    : value;
}
