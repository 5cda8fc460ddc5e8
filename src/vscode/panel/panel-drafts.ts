import type { NewAttachment } from '../../attachments/new-attachment';
import type { Tray } from '../../attachments/tray';
import type { ConversationState } from '../../shared/conversation';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { DraftMemory } from './draft-memory';

export interface PanelDraftsOptions {
  readonly tray: Tray;
  readonly memory: DraftMemory;
  readonly post: (message: HostMessage) => void;
}

/** What is typed and attached belongs to a chat: it waits there while the panel shows another one. */
export class PanelDrafts {
  readonly #options: PanelDraftsOptions;
  /** Files that could not be read yet when their chat was left: too large to be kept over a reload. */
  readonly #unread = new Map<string, readonly NewAttachment[]>();
  #shown: string | undefined;
  /** How often the page that is there now has changed or sent the text. */
  #changes = 0;

  constructor(options: PanelDraftsOptions) {
    this.#options = options;
    options.tray.restore(options.memory.draft.attachments);
  }

  /** Puts into the tray what was left in this chat, in the place of what belongs to another. */
  show({ id, createdAt }: ConversationState): void {
    const { tray, memory } = this.#options;
    const isBegun = createdAt !== 0;
    const isSame = id === this.#shown;
    this.#shown = id;
    if (isSame && isBegun) {
      memory.adopt(id);
      return;
    }
    const before = memory.conversationId;
    const next = isBegun ? id : undefined;
    if (next === before) {
      return;
    }
    this.#unread.set(before ?? '', tray.unread);
    memory.show(next);
    const { attachments } = memory.draft;
    // Told to the memory in between, which is why the attachments were asked for before.
    tray.clear();
    tray.restore(attachments);
    tray.add(this.#unread.get(next ?? '') ?? []);
    this.#unread.delete(next ?? '');
  }

  /** What is typed, as it goes into a snapshot. */
  get text(): { readonly text: string; readonly changes: number } {
    return { text: this.#options.memory.draft.text, changes: this.#changes };
  }

  /** Keeps up with what the page does to the text; a page that starts has done nothing yet. */
  follow(message: PanelMessage): void {
    const { memory } = this.#options;
    if (message.type === 'ready') {
      this.#changes = 0;
    } else if (message.type === 'draftChanged') {
      this.#changes++;
      memory.change({ text: message.text });
    } else if (message.type === 'sendRequested') {
      // The page has emptied its composer; what can't be sent is given back.
      this.#changes++;
      memory.change({ text: '' });
    }
  }

  /** Puts text into the composer, unless something is typed there. */
  suggest(text: string): void {
    if (this.#options.memory.draft.text.trim() === '') {
      this.#replace(text);
    }
  }

  /** The page has emptied its composer when it sent the text; something else may be typed there since. */
  giveBack(text: string): void {
    const typed = this.#options.memory.draft.text;
    this.#replace(typed === '' || typed === text ? text : `${text}\n${typed}`);
  }

  /** The chat is gone. */
  forget(id: string): void {
    this.#unread.delete(id);
    this.#options.memory.forgetChat(id);
  }

  #replace(text: string): void {
    const { memory, post } = this.#options;
    memory.change({ text });
    post({ type: 'draftTextReplaced', text });
  }
}
