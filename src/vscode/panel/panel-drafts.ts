import type { NewAttachment } from '../../attachments/new-attachment';
import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ConversationState } from '../../shared/conversation';
import { draftBeginning } from '../../shared/draft-beginning';
import type { Draft, HostMessage, PanelMessage } from '../../shared/protocol';
import { joinQuestions, type DraftMemory, type KeptQuestion, type UnsentQuestion } from './draft-memory';
import { DraftPlace } from './draft-place';

export interface PanelDraftsOptions {
  readonly tray: Tray;
  readonly memory: DraftMemory;
  readonly post: (message: HostMessage) => void;
}

interface Emptied {
  readonly place: DraftPlace;
  readonly attachments: readonly Attachment[];
  readonly unread: readonly NewAttachment[];
}

/** What is typed and attached belongs to a chat: it waits there while the panel shows another one. */
export class PanelDrafts {
  readonly #options: PanelDraftsOptions;
  /** Files that could not be read yet when their chat was left: too large to be kept over a reload. */
  readonly #unread = new Map<string, readonly NewAttachment[]>();
  /** The chats that were shown here, and whether something was asked in them. */
  readonly #known = new Map<string, boolean>();
  /** What was taken out of the tray all at once. */
  #emptied: Emptied | undefined;
  #shown: string | undefined;
  /** How often the page that is there now has changed or sent the text. */
  #changes = 0;

  constructor(options: PanelDraftsOptions) {
    this.#options = options;
    options.tray.restore(options.memory.draft.attachments);
  }

  /** Puts into the tray what was left in this chat, in the place of what belongs to another; tells whether that was shown before. */
  show({ id, createdAt }: ConversationState): 'same' | 'other' {
    const { tray, memory } = this.#options;
    const isBegun = createdAt !== 0;
    const isSame = id === this.#shown;
    this.#shown = id;
    this.#known.set(id, isBegun);
    if (isSame && isBegun) {
      memory.adopt(id);
      return 'same';
    }
    const before = memory.conversationId;
    const next = isBegun ? id : undefined;
    if (next === before) {
      return isSame ? 'same' : 'other';
    }
    this.#unread.set(before ?? '', tray.unread);
    memory.show(next);
    const { attachments } = memory.draft;
    // Told to the memory in between, which is why the attachments were asked for before.
    tray.clear();
    tray.restore(attachments);
    tray.add(this.#unread.get(next ?? '') ?? []);
    this.#unread.delete(next ?? '');
    return 'other';
  }

  /** Whether what is typed and attached here now belongs to this chat. */
  isShown(conversationId: string): boolean {
    return this.#known.has(conversationId) && this.#keyOf(conversationId) === this.#options.memory.conversationId;
  }

  /** Something is asked in a chat that may have been new: what is attached from now on belongs to it. */
  begin(conversationId: string): void {
    this.#known.set(conversationId, true);
    if (conversationId === this.#shown) {
      this.#options.memory.adopt(conversationId);
    }
  }

  /** Where to put what is still to be read: into the chat that is shown now, also when another one is by then. */
  here(): DraftPlace {
    const { tray, memory } = this.#options;
    const shown = this.#shown;
    return new DraftPlace({
      tray,
      memory,
      unread: this.#unread,
      isShown: () => shown === undefined || this.isShown(shown),
      key: () => (shown === undefined ? memory.conversationId : this.#keyOf(shown)),
    });
  }

  /** Takes all out of the tray, and keeps it until that is done again: it may be wanted back. */
  empty(): void {
    const { tray } = this.#options;
    this.#emptied = { place: this.here(), attachments: tray.attachments, unread: tray.unread };
    tray.clear();
  }

  /** Puts back what was taken out last, into the chat that it belongs to. */
  refill(): void {
    const { place, attachments = [], unread = [] } = this.#emptied ?? {};
    this.#emptied = undefined;
    place?.addAttachments(attachments);
    place?.add(unread);
  }

  /** An attachment of any chat's draft. */
  attachment(id: string): Attachment | undefined {
    const { tray, memory } = this.#options;
    return tray.attachment(id) ?? memory.attachments.find((attachment) => attachment.id === id);
  }

  /** Another state of an attachment takes its place, in whichever chat's draft it is. */
  update(attachment: Attachment): void {
    const { tray, memory } = this.#options;
    if (tray.attachment(attachment.id)) {
      tray.update(attachment);
    } else {
      memory.replace(attachment);
    }
  }

  /** What is typed, and what waits to be asked, as it goes into a snapshot. */
  get text(): Pick<Draft, 'text' | 'changes' | 'waiting'> {
    const { text, waiting } = this.#options.memory.draft;
    return { text, changes: this.#changes, ...asShown(waiting) };
  }

  /** How the draft of a chat of the list begins, or that of the new one without an identifier; undefined where it is empty. */
  beginning(id?: string): string | undefined {
    const { text, attachments } = this.#options.memory.draftIn(id);
    return draftBeginning(text, attachments.length + (this.#unread.get(id ?? '')?.length ?? 0));
  }

  /** What is asked in a chat when an answer has ended. */
  waitingIn(conversationId: string): KeptQuestion | undefined {
    return this.#options.memory.draftIn(this.#keyOf(conversationId)).waiting;
  }

  /** Another question waits in a chat from now on, or none. */
  setWaiting(conversationId: string, question: KeptQuestion | undefined): void {
    const { memory, post } = this.#options;
    const waiting = question && { text: question.text, attachments: question.attachments };
    memory.changeIn(this.#keyOf(conversationId), { waiting });
    if (this.isShown(conversationId)) {
      post({ type: 'waitingQuestionChanged', ...asShown(waiting) });
    }
  }

  /** Keeps up with what the page does to the text; a page that starts has done nothing yet. */
  follow(message: PanelMessage): void {
    if (message.type === 'ready') {
      this.#changes = 0;
    } else if (message.type === 'draftChanged') {
      this.#changes++;
      this.#typed(message.conversationId, message.text);
    } else if (message.type === 'sendRequested') {
      // The page has emptied its composer; what can't be sent is given back.
      this.#changes++;
      this.#typed(message.conversationId, '');
    }
  }

  /** Puts text into the composer, unless something is typed there. */
  suggest(text: string): void {
    if (this.#options.memory.draft.text.trim() === '') {
      this.replace(text);
    }
  }

  /** The page has emptied its composer when it sent the text; something else may be typed there since. */
  giveBack(question: UnsentQuestion): void {
    const { conversationId } = question;
    if (this.isShown(conversationId)) {
      this.#giveBackHere(question);
    } else {
      this.#options.memory.giveBackTo(this.#keyOf(conversationId), question);
    }
  }

  /** What was to be asked in chats that are begun comes from a panel that is gone. */
  takeOver(questions: readonly UnsentQuestion[]): void {
    const { memory } = this.#options;
    for (const question of questions) {
      if (question.conversationId === memory.conversationId) {
        this.#giveBackHere(question);
      } else {
        memory.giveBackTo(question.conversationId, question);
      }
    }
  }

  /** The chat is gone. */
  forget(id: string): void {
    this.#unread.delete(id);
    this.#known.delete(id);
    this.#options.memory.forgetChat(id);
  }

  #giveBackHere(question: KeptQuestion): void {
    const { tray, memory } = this.#options;
    const { text } = joinQuestions(question, memory.draft);
    tray.restore(question.attachments);
    this.replace(text);
  }

  /** The page tells of the chat that it shows, which may not be the one that is shown by now. */
  #typed(conversationId: string, text: string): void {
    if (this.#known.has(conversationId)) {
      this.#options.memory.changeIn(this.#keyOf(conversationId), { text });
    }
  }

  /** The name of a chat's draft: new chats, in which nothing was asked, share one. */
  #keyOf(conversationId: string): string | undefined {
    return this.#known.get(conversationId) ? conversationId : undefined;
  }

  /** Puts this in the place of what is typed in the chat that is shown. */
  replace(text: string): void {
    const { memory, post } = this.#options;
    memory.change({ text });
    post({ type: 'draftTextReplaced', text });
  }
}

function asShown(waiting: KeptQuestion | undefined): Pick<Draft, 'waiting'> {
  return waiting ? { waiting: { text: waiting.text, attached: waiting.attachments.map(({ name }) => name) } } : {};
}
