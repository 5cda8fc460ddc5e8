import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code';

const extension = '.jsonl';

/** Where the files of each chat are. */
export class ChatDirectory {
  readonly #directory: string;
  /** Journals as they were found before damaged lines were left out. */
  readonly quarantine: string;

  constructor(directory: string) {
    this.#directory = join(directory, 'chats');
    this.quarantine = join(directory, 'damaged-chats');
  }

  journal(id: string): string {
    return join(this.#directory, `${id}${extension}`);
  }

  lock(id: string): string {
    return join(this.#directory, `${id}.lock`);
  }

  async ids(): Promise<readonly string[]> {
    return (await namesIn(this.#directory))
      .filter((name) => name.endsWith(extension))
      .map((name) => name.slice(0, -extension.length))
      .filter(isConversationId);
  }

  /** The journal's bytes, or undefined when there is none. */
  async read(id: string): Promise<Uint8Array | undefined> {
    return await ifPresent(() => readFile(this.journal(id)));
  }

  /** Changes whenever the journal does. */
  async stamp(id: string): Promise<{ readonly stamp: string; readonly modifiedAt: number } | undefined> {
    const found = await ifPresent(() => stat(this.journal(id)));
    return found && { stamp: `${found.size}:${found.mtimeMs}`, modifiedAt: found.mtimeMs };
  }

  /** Removes the journal and what repairs kept of it. */
  async remove(id: string): Promise<void> {
    await rm(this.journal(id), { force: true });
    for (const name of await namesIn(this.quarantine)) {
      if (name.startsWith(`${id}.`)) {
        await rm(join(this.quarantine, name), { force: true });
      }
    }
  }
}

/** Identifiers come from a panel and become file names. */
export function isConversationId(id: string): boolean {
  return /^[0-9a-z-]{1,64}$/.test(id);
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return (await ifPresent(() => readdir(directory))) ?? [];
}

async function ifPresent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
