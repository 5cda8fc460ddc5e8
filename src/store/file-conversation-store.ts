import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { AnswerMessage, ChatWorkspace, ConversationState, ConversationSummary } from '../shared/conversation';
import { applyEvent, type ConversationEvent } from '../shared/conversation-events';
import type { Failure } from '../shared/failure';
import { ChatDirectory, isConversationId } from './chat-directory';
import { ChatIndex } from './chat-index';
import { ChatSearch, type AttachmentText, type SearchResult } from './chat-search';
import type { ConversationJournal, ConversationStore, OpenedConversation } from './conversation-store';
import type { FileBlobStore } from './file-blob-store';
import type { DerivedFile, FileDerivedForms } from './file-derived-forms';
import { FollowedJournal } from './followed-journal';
import { JournalFile, type JournalFileOptions } from './journal-file';
import { journalVersion } from './journal-line';
import { describeDamage, repairJournal } from './journal-repair';
import { acquireLock, type Lock } from './lock';
import { namedBlobs } from './named-blobs';
import { readJournal, type JournalContent } from './read-journal';

export interface ConversationStoreOptions {
  readonly directory: string;
  readonly blobs: FileBlobStore;
  readonly derived: FileDerivedForms;
  /** Blobs that drafts name: they are kept although no chat names them yet. */
  readonly draftBlobs: () => Promise<ReadonlySet<string>>;
  /** Text of attachments, to search in it; without it their names are searched. */
  readonly textOf?: AttachmentText;
  /** Where new chats are begun. */
  readonly workspace?: () => ChatWorkspace | undefined;
  /** Told of chats that can't be read; the others are listed. */
  readonly onUnreadable?: (error: unknown) => void;
  /** What is said with an answer that was still streaming when the editor ended. */
  readonly describeInterruption: (answer: AnswerMessage) => Failure;
}

/** Keeps each chat in a file of one JSON object a line, to which lines are only ever added. */
export function createConversationStore(options: ConversationStoreOptions): ConversationStore {
  return new FileConversationStore(options);
}

const dayInMilliseconds = 24 * 60 * 60 * 1000;

type KnownJournal = { readonly id: string } & Pick<
  JournalFileOptions,
  'lastSequence' | 'length' | 'lock' | 'repair' | 'workspace'
>;

class FileConversationStore implements ConversationStore {
  readonly #options: ConversationStoreOptions;
  readonly #directory: ChatDirectory;
  readonly #index: ChatIndex;
  readonly #search: ChatSearch;
  readonly #open = new Set<JournalFile>();

  constructor(options: ConversationStoreOptions) {
    this.#options = options;
    this.#directory = new ChatDirectory(options.directory);
    this.#index = new ChatIndex(this.#directory, options.onUnreadable ?? (() => undefined));
    this.#search = new ChatSearch(this.#directory, options.textOf ?? (() => Promise.resolve('')));
  }

  async list(): Promise<readonly ConversationSummary[]> {
    await Promise.all([...this.#open].map((journal) => journal.write()));
    return await this.#index.list();
  }

  async search(query: string, signal?: AbortSignal): Promise<SearchResult> {
    const ids = (await this.list()).map(({ id }) => id);
    return await this.#search.search(query, ids, signal);
  }

  create(): ConversationJournal {
    const workspace = this.#options.workspace?.();
    return this.#journal({ id: randomUUID(), lastSequence: 0, length: 0, ...(workspace && { workspace }) });
  }

  async read(id: string): Promise<ConversationState | undefined> {
    await Promise.all([...this.#open].map((journal) => journal.write()));
    const found = isConversationId(id) ? await this.#directory.read(id) : undefined;
    return found && readJournal(id, found).state;
  }

  async open(id: string): Promise<OpenedConversation> {
    return isConversationId(id)
      ? await this.#openAgain(id, new FollowedJournal(this.#directory, id))
      : { status: 'missing' };
  }

  async namedBlobs(): Promise<ReadonlySet<string>> {
    await Promise.all([...this.#open].map((journal) => journal.write()));
    const named = new Set<string>();
    for (const id of await this.#directory.ids()) {
      for (const sha256 of namedBlobs((await this.#directory.read(id)) ?? new Uint8Array())) {
        named.add(sha256);
      }
    }
    return named;
  }

  async delete(id: string): Promise<void> {
    if (!isConversationId(id) || (await this.#directory.modifiedAt(id)) === undefined) {
      return;
    }
    const lock = await acquireLock(this.#directory.lock(id));
    if (!lock) {
      throw new Error(t('The chat is open in another window. Close it there to delete it.'));
    }
    try {
      const bytes = await this.#directory.read(id);
      const modifiedAt = (await this.#directory.modifiedAt(id)) ?? 0;
      await this.#directory.remove(id);
      await this.forget(bytes ? namedBlobs(bytes) : new Set(), modifiedAt);
    } finally {
      await lock.release();
    }
  }

  async forget(named: ReadonlySet<string>, unlessPutSince: number): Promise<void> {
    const { blobs, derived, draftBlobs } = this.#options;
    const keep = new Set([...(await draftBlobs()), ...(await this.namedBlobs())]);
    const forms = await derived.list();
    const forgotten = withMade(named, forms);
    for (const form of forms) {
      // What was made of media says what is in it: it goes when the media does.
      const isOfForgotten = forgotten.has(form.source) && form.usedAt <= unlessPutSince;
      const isOld = form.usedAt <= Date.now() - dayInMilliseconds;
      if (!keep.has(form.source) && (isOfForgotten || isOld)) {
        await derived.remove(form);
      } else {
        form.blobs.forEach((sha256) => keep.add(sha256));
      }
    }
    const orphans = [...forgotten].filter((sha256) => !keep.has(sha256));
    // One that was put again since may be in a draft of another window.
    await blobs.remove(orphans, unlessPutSince);
    await blobs.deleteUnreferenced(keep);
  }

  /** @param followed for as long as another window holds it */
  async #openAgain(id: string, followed: FollowedJournal): Promise<OpenedConversation> {
    if ((await this.#directory.modifiedAt(id)) === undefined) {
      return { status: 'missing' };
    }
    const lock = await this.#lock(id);
    if (lock === 'held') {
      return await this.#openHeld(id, followed);
    }
    try {
      const opened = await this.#openForWriting(id, lock);
      await (opened.status !== 'opened' && lock?.release());
      return opened;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  /** The chat's lock, or undefined when no lock can be written, in which case the journal can't either and says so. */
  async #lock(id: string): Promise<Lock | 'held' | undefined> {
    try {
      return (await acquireLock(this.#directory.lock(id))) ?? 'held';
    } catch {
      return undefined;
    }
  }

  async #openHeld(id: string, followed: FollowedJournal): Promise<OpenedConversation> {
    const content = await followed.read();
    if (!content) {
      return { status: 'missing' };
    }
    if (content.version > journalVersion) {
      return newer(content);
    }
    const reason = t('This chat is open in another window. Close it there to go on with it here.');
    const openAgain = (): Promise<OpenedConversation> => this.#openAgain(id, followed);
    return { status: 'readOnly', state: content.state, reason, isHeld: true, openAgain };
  }

  async #openForWriting(id: string, lock: Lock | undefined): Promise<OpenedConversation> {
    // Not before the lock was taken: another window may have written until then.
    const bytes = await this.#directory.read(id);
    if (!bytes) {
      return { status: 'missing' };
    }
    const content = readJournal(id, bytes);
    if (content.version > journalVersion) {
      return newer(content);
    }
    const { quarantine } = this.#directory;
    const path = this.#directory.journal(id);
    const journal = this.#journal({
      id,
      lastSequence: content.lastSequence,
      length: bytes.byteLength,
      ...(lock && { lock }),
      ...(!content.clean && { repair: () => repairJournal({ id, path, bytes, content, quarantine }) }),
    });
    const state = this.#endInterrupted(content.state, journal);
    const notice = describeDamage(content, quarantine);
    return { status: 'opened', state, journal, ...(notice !== undefined && { notice }) };
  }

  #endInterrupted(state: ConversationState, journal: ConversationJournal): ConversationState {
    return state.messages.reduce((current, message) => {
      if (message.role !== 'assistant' || message.status !== 'streaming') {
        return current;
      }
      const failure = this.#options.describeInterruption(message);
      const event: ConversationEvent = { type: 'answerEnded', messageId: message.id, status: 'interrupted', failure };
      journal.append(event);
      return applyEvent(current, event);
    }, state);
  }

  #journal({ id, ...known }: KnownJournal): JournalFile {
    const journal = new JournalFile({
      ...known,
      conversationId: id,
      path: this.#directory.journal(id),
      lockPath: this.#directory.lock(id),
      onClosed: () => this.#open.delete(journal),
    });
    this.#open.add(journal);
    return journal;
  }
}

function newer({ state }: JournalContent): OpenedConversation {
  const reason = t('A newer version of Iris wrote this chat. Update Iris to go on with it.');
  return { status: 'readOnly', state, reason, isHeld: false };
}

/** These blobs, what was made of them, and what was made of that. */
function withMade(blobs: ReadonlySet<string>, forms: readonly DerivedFile[]): ReadonlySet<string> {
  const formsOf = Map.groupBy(forms, ({ source }) => source);
  const all = new Set(blobs);
  // Goes on with those that are added meanwhile.
  for (const sha256 of all) {
    formsOf.get(sha256)?.forEach((form) => form.blobs.forEach((made) => all.add(made)));
  }
  return all;
}
