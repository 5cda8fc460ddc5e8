import type { NewAttachment } from '../../attachments/new-attachment';
import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment/attachment';
import type { AttachPlace } from '../attachments/attach-url';
import type { DraftMemory } from './draft-memory';

interface DraftPlaceOptions {
  readonly tray: Tray;
  readonly memory: DraftMemory;
  /** Files of the drafts that are not shown. */
  readonly unread: Map<string, readonly NewAttachment[]>;
  /** Whether the tray holds what is attached here. */
  readonly isShown: () => boolean;
  /** The name of the draft in the memory. */
  readonly key: () => string | undefined;
}

/** Where something is attached that takes a while to come: in one chat, whichever is shown when it is there. */
export class DraftPlace implements AttachPlace {
  readonly #options: DraftPlaceOptions;

  constructor(options: DraftPlaceOptions) {
    this.#options = options;
  }

  /** How much is attached here. */
  get count(): number {
    const { tray, memory, isShown, key } = this.#options;
    return isShown() ? tray.items.length : memory.draftIn(key()).attachments.length + this.#unread.length;
  }

  /** @returns identifiers of what is in the tray now */
  add(files: readonly NewAttachment[]): readonly string[] {
    const { tray, unread, isShown, key } = this.#options;
    if (isShown()) {
      return tray.add(files);
    }
    unread.set(key() ?? '', [...this.#unread, ...files]);
    return [];
  }

  addAttachments(added: readonly Attachment[]): void {
    const { tray, memory, isShown, key } = this.#options;
    if (isShown()) {
      tray.addAttachments(added);
    } else {
      const { attachments } = memory.draftIn(key());
      memory.changeIn(key(), { attachments: [...attachments, ...added] });
    }
  }

  get #unread(): readonly NewAttachment[] {
    const { unread, key } = this.#options;
    return unread.get(key() ?? '') ?? [];
  }
}
