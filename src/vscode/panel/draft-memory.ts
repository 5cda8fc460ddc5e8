import type * as vscode from 'vscode';
import { checkOptions } from '../../attachments/check-options';
import type { Attachment } from '../../shared/attachment/attachment';
import { isAttachment } from '../../store/attachment-guard';
import { isRecord } from '../../store/guard';

/** A question with what is attached to it. */
export interface KeptQuestion {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** What was to be asked in a chat and was not. */
export interface UnsentQuestion extends KeptQuestion {
  readonly conversationId: string;
}

/** What is typed and attached in one chat of one panel and not sent. */
export interface KeptDraft extends KeptQuestion {
  /** Asked, and waiting for the end of an answer. */
  readonly waiting?: KeptQuestion | undefined;
}

/** As it is stored. */
interface KeptDrafts {
  /** The chat that the panel showed; absent for one in which nothing was asked yet. */
  readonly conversationId?: string;
  /** By chats, what was changed last at the end; those that are empty are not among them. */
  readonly drafts: ReadonlyMap<string, KeptDraft>;
}

const keyPrefix = 'iris.draft:';

/** A chat has no identity that outlives a reload before something was asked in it. */
const newChat = '';

/** Chats of one panel whose drafts are kept; of more, those that were changed last. */
const maxDrafts = 50;

/** What is attached in the drafts of all panels of this workspace, those that are not open included. */
export function keptAttachments(memento: vscode.Memento): readonly Attachment[] {
  return memento
    .keys()
    .filter((key) => key.startsWith(keyPrefix))
    .flatMap((key) => [...readDrafts(memento.get(key)).drafts.values()])
    .flatMap(({ attachments }) => attachments);
}

/** What was to be asked first and what was typed since, as one question. */
export function joinQuestions(first: KeptQuestion, second: KeptQuestion): KeptQuestion {
  const texts = first.text === second.text ? [first.text] : [first.text, second.text];
  return {
    text: texts.filter((text) => text !== '').join('\n'),
    attachments: [...first.attachments, ...second.attachments],
  };
}

export interface DraftMemoryOptions {
  readonly memento: vscode.Memento;
  readonly panelId: string;
  readonly onChange?: () => void;
  /** Told of what could not be stored; it is stored with the next change. */
  readonly onError: (error: unknown) => void;
}

const emptyDraft: KeptDraft = { text: '', attachments: [] };

/** Keeps the drafts of one panel, one for each chat, over reloads. Attachments are references to blobs: no media is stored here. */
export class DraftMemory {
  readonly #memento: vscode.Memento;
  readonly #key: string;
  readonly #onChange: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #drafts: Map<string, KeptDraft>;
  #shown: string;
  #writes: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor({ memento, panelId, onChange, onError }: DraftMemoryOptions) {
    this.#memento = memento;
    this.#onChange = onChange ?? (() => undefined);
    this.#onError = onError;
    this.#key = `${keyPrefix}${panelId}`;
    const { drafts, conversationId = newChat } = readDrafts(memento.get(this.#key));
    this.#drafts = new Map(drafts);
    this.#shown = conversationId;
  }

  /** Of the chat that is shown. */
  get draft(): KeptDraft {
    return this.draftIn(this.conversationId);
  }

  /** The chat that is shown; undefined before something was asked in it. */
  get conversationId(): string | undefined {
    return this.#shown === newChat ? undefined : this.#shown;
  }

  /** Of any chat; of a new one, in which nothing was asked yet, without an identifier. */
  draftIn(conversationId: string | undefined): KeptDraft {
    return this.#drafts.get(conversationId ?? newChat) ?? emptyDraft;
  }

  /** All that was to be asked in chats that are begun; what waits there is among it, before what was typed since. */
  get unsent(): readonly UnsentQuestion[] {
    return [...this.#drafts]
      .filter(([conversationId]) => conversationId !== newChat)
      .map(([conversationId, { waiting, ...draft }]) => ({
        conversationId,
        ...(waiting ? joinQuestions(waiting, draft) : draft),
      }));
  }

  /** Of all chats. */
  get attachments(): readonly Attachment[] {
    return [...this.#drafts.values()].flatMap(({ attachments, waiting }) => [
      ...attachments,
      ...(waiting?.attachments ?? []),
    ]);
  }

  change(changed: Partial<KeptDraft>): void {
    this.changeIn(this.conversationId, changed);
  }

  changeIn(conversationId: string | undefined, changed: Partial<KeptDraft>): void {
    const id = conversationId ?? newChat;
    const draft = { ...this.draftIn(conversationId), ...changed };
    this.#drafts.delete(id);
    if (draft.text !== '' || draft.attachments.length > 0 || draft.waiting) {
      this.#drafts.set(id, draft);
    }
    const oldest = [...this.#drafts.keys()].slice(0, Math.max(0, this.#drafts.size - maxDrafts));
    oldest.forEach((id) => this.#drafts.delete(id));
    this.#changed();
  }

  /** Puts a question before what is typed and attached in this chat. */
  giveBackTo(conversationId: string | undefined, question: KeptQuestion): void {
    const { text, attachments } = this.draftIn(conversationId);
    this.changeIn(conversationId, joinQuestions(question, { text, attachments }));
  }

  /**
   * Another chat is shown from now on, with the draft that was left there.
   *
   * @param conversationId of a chat in which something was asked
   */
  show(conversationId: string | undefined): void {
    const shown = conversationId ?? newChat;
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#changed();
    }
  }

  /** The new chat that is shown has an identity now: its draft goes with it. */
  adopt(conversationId: string): void {
    const { draft } = this;
    if (this.#shown === newChat) {
      this.#drafts.delete(newChat);
      this.#shown = conversationId;
      // What another panel with this chat has left may be there already.
      this.change({ ...draft, ...joinQuestions(this.draft, draft) });
    }
  }

  /** Another state of an attachment takes its place, in whichever draft it is. */
  replace(attachment: Attachment): void {
    const isIt = ({ id }: Attachment): boolean => id === attachment.id;
    const [found] = [...this.#drafts].find(([, { attachments }]) => attachments.some(isIt)) ?? [];
    if (found !== undefined) {
      const { attachments } = this.draftIn(found);
      this.changeIn(found, { attachments: attachments.map((old) => (isIt(old) ? attachment : old)) });
    }
  }

  /** A chat is gone, and what was to be asked there with it. */
  forgetChat(conversationId: string): void {
    if (this.#drafts.delete(conversationId)) {
      this.#changed();
    }
  }

  async forget(): Promise<void> {
    this.#drafts.clear();
    this.#shown = newChat;
    await this.#writes;
    await this.#memento.update(this.#key, undefined);
    this.#onChange();
  }

  #changed(): void {
    this.#onChange();
    if (!this.#isWriting) {
      this.#isWriting = true;
      // One write at a time: what changes meanwhile, as with each key that is typed, goes with the next.
      this.#writes = this.#writes.then(() => this.#write()).catch(this.#onError);
    }
  }

  async #write(): Promise<void> {
    this.#isWriting = false;
    const { conversationId } = this;
    await this.#memento.update(this.#key, {
      ...(conversationId !== undefined && { conversationId }),
      drafts: [...this.#drafts].map(([id, draft]) => ({ ...draft, conversationId: id })),
    });
  }
}

/** What another version stored, or what was damaged, must not keep the panel from opening. */
function readDrafts(kept: unknown): KeptDrafts {
  if (!isRecord(kept)) {
    return { drafts: new Map() };
  }
  const id = idOf(kept);
  // An earlier version kept one draft for a panel, and with it the chat that was shown.
  const list: readonly unknown[] = Array.isArray(kept['drafts']) ? kept['drafts'] : [kept];
  const drafts = list.filter(isRecord).map((draft) => [idOf(draft), readDraft(draft)] as const);
  return {
    ...(id !== newChat && { conversationId: id }),
    drafts: new Map(drafts.filter(([, { text, attachments }]) => text !== '' || attachments.length > 0)),
  };
}

/** No answer outlives a reload: what has waited for the end of one is in the composer again, before what was typed there. */
function readDraft({ waiting, ...kept }: Readonly<Record<string, unknown>>): KeptDraft {
  const draft = readQuestion(kept);
  if (!isRecord(waiting)) {
    return draft;
  }
  return joinQuestions(readQuestion(waiting), draft);
}

function readQuestion({ text, attachments }: Readonly<Record<string, unknown>>): KeptQuestion {
  return {
    text: typeof text === 'string' ? text : '',
    attachments: Array.isArray(attachments) ? attachments.filter(isUsable) : [],
  };
}

function idOf({ conversationId }: Readonly<Record<string, unknown>>): string {
  return typeof conversationId === 'string' ? conversationId : newChat;
}

function isUsable(value: unknown): value is Attachment {
  return isAttachment(value) && (value.kind === 'text' || checkOptions(value, value.options).status === 'valid');
}
