import { open, stat, truncate, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ChatWorkspace } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import type { ConversationJournal } from './conversation-store';
import { makeDirectory, syncDirectory } from './durable-file';
import { formatEntry, formatHeader } from './journal-line';
import { acquireLock, type Lock } from './lock';
import { pushMerged, type TimedEvent } from './merge-deltas';

/** How long an event may stay in memory. */
const writeDelayMilliseconds = 250;

export interface JournalFileOptions {
  readonly conversationId: string;
  readonly workspace?: ChatWorkspace;
  readonly path: string;
  readonly lockPath: string;
  /** The lock where it is held already; otherwise it is taken before the first write. */
  readonly lock?: Lock;
  /** Of the last line in the file; 0 for a new one. */
  readonly lastSequence: number;
  /** Bytes in the file; 0 for a new one. */
  readonly length: number;
  /** Makes a damaged file one that can be appended to; resolves to its bytes. Runs before the first write. */
  readonly repair?: () => Promise<number>;
  readonly onClosed: () => void;
}

/** Appends the events of one chat to its file. */
export class JournalFile implements ConversationJournal {
  readonly conversationId: string;
  readonly workspace?: ChatWorkspace;
  readonly #options: JournalFileOptions;
  #lock: Lock | undefined;
  #file: FileHandle | undefined;
  #isRepaired = false;
  /** A write has failed and may have left a part of a line after `#length`. */
  #isTorn = false;
  #pending: TimedEvent[] = [];
  #sequence: number;
  /** Bytes of whole lines in the file. */
  #length: number;
  #unsynced = false;
  #timer: NodeJS.Timeout | undefined;
  /** The writes so far, one after the other; never rejects. */
  #writes: Promise<void> = Promise.resolve();
  /** The last write failed. */
  #failing = false;
  /** The first failure of all. */
  #failure: Error | undefined;
  #failureListener: ((error: Error) => void) | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: JournalFileOptions) {
    this.#options = options;
    this.conversationId = options.conversationId;
    if (options.workspace) {
      this.workspace = options.workspace;
    }
    this.#lock = options.lock;
    this.#sequence = options.lastSequence;
    this.#length = options.length;
  }

  append(event: ConversationEvent, time = Date.now()): void {
    if (event.type === 'retryScheduled' || this.#closing) {
      return;
    }
    pushMerged(this.#pending, { time, event });
    // After a failure the next flush tries again, and nothing else does: a full disk must not become a loop.
    if (!this.#failing) {
      this.#timer ??= setTimeout(() => void this.write(), writeDelayMilliseconds);
    }
  }

  flush(): Promise<void> {
    return this.#enqueue({ sync: true });
  }

  /** Resolves once other readers of the file see everything appended so far. */
  write(): Promise<void> {
    return this.#enqueue({ sync: false });
  }

  onFailure(listener: (error: Error) => void): void {
    this.#failureListener = listener;
    if (this.#failure) {
      listener(this.#failure);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.flush();
    await this.#file?.close().catch(() => undefined);
    await this.#lock?.release();
    this.#options.onClosed();
  }

  #enqueue(options: { readonly sync: boolean }): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writes = this.#writes.then(() => this.#writePending(options)).catch((error: unknown) => this.#fail(error));
    return this.#writes;
  }

  async #writePending({ sync }: { readonly sync: boolean }): Promise<void> {
    if (this.#pending.length > 0) {
      const events = this.#pending;
      this.#pending = [];
      try {
        await this.#appendLines(events);
      } catch (error) {
        this.#pending = [...events, ...this.#pending];
        throw error;
      }
    }
    if (sync && this.#unsynced) {
      await this.#file?.datasync();
      this.#unsynced = false;
    }
    this.#failing = false;
  }

  async #appendLines(events: readonly TimedEvent[]): Promise<void> {
    const file = await this.#openFile();
    let sequence = this.#sequence;
    let lines = this.#length === 0 ? formatHeader() : '';
    for (const { time, event } of events) {
      lines += formatEntry({ sequence: ++sequence, time, event });
    }
    const bytes = Buffer.from(lines);
    this.#isTorn = true;
    await file.appendFile(bytes);
    this.#isTorn = false;
    this.#sequence = sequence;
    this.#length += bytes.byteLength;
    this.#unsynced = true;
  }

  async #openFile(): Promise<FileHandle> {
    const { path, lockPath } = this.#options;
    if (!this.#lock) {
      await makeDirectory(dirname(path));
      this.#lock = await acquireLock(lockPath);
    }
    if (!(await this.#lock?.isHeld())) {
      throw new Error('Another window writes this chat now.');
    }
    if (this.#isTorn) {
      await truncate(path, this.#length);
    }
    if (!this.#file) {
      if (!this.#isRepaired) {
        this.#length = (await this.#options.repair?.()) ?? this.#length;
        this.#isRepaired = true;
      }
      this.#file = await open(path, 'a', 0o600);
      await syncDirectory(dirname(path));
    }
    // By its path: the file that is open may have been replaced by a sync tool.
    if ((await stat(path)).size !== this.#length) {
      throw new Error('Another program has changed the file of this chat.');
    }
    return this.#file;
  }

  async #fail(cause: unknown): Promise<void> {
    this.#failing = true;
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    if (!this.#failure) {
      this.#failure = cause instanceof Error ? cause : new Error(String(cause));
      this.#failureListener?.(this.#failure);
    }
  }
}
