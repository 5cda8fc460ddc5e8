import type { Stats } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifPresent } from './if-present';

const extension = '.jsonl';

/** A journal as it was read. */
export interface ChatFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Changes whenever the file does. */
  readonly stamp: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

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

  /** When the journal was last written, in milliseconds since the epoch, or undefined when there is none. */
  async modifiedAt(id: string): Promise<number | undefined> {
    return (await this.#stat(id))?.mtimeMs;
  }

  /** The journal if it is not the one of this stamp; undefined when there is none. */
  async readChanged(id: string, knownStamp: string | undefined): Promise<ChatFile | 'unchanged' | undefined> {
    const found = await this.#stat(id);
    if (!found) {
      return undefined;
    }
    // A tool that replaces a file may give the new one the time of the old.
    const stamp = `${found.ino}:${found.size}:${found.mtimeMs}`;
    if (stamp === knownStamp) {
      return 'unchanged';
    }
    const bytes = await this.read(id);
    return bytes && { id, bytes, stamp, modifiedAt: found.mtimeMs };
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

  async #stat(id: string): Promise<Stats | undefined> {
    return await ifPresent(() => stat(this.journal(id)));
  }
}

/** Identifiers come from a panel and become file names. */
export function isConversationId(id: string): boolean {
  return /^[0-9a-z-]{1,64}$/.test(id);
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return (await ifPresent(() => readdir(directory))) ?? [];
}
