import type * as vscode from 'vscode';
import { checkOptions } from '../../attachments/check-options';
import type { Attachment } from '../../shared/attachment/attachment';
import { isAttachment } from '../../store/attachment-guard';

/** What was typed and attached in one panel and not sent. */
export interface KeptDraft {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The chat that the panel showed. */
  readonly conversationId?: string;
}

const keyPrefix = 'iris.draft:';

/** What is attached in the drafts of all panels of this workspace, those that are not open included. */
export function keptAttachments(memento: vscode.Memento): readonly Attachment[] {
  return memento
    .keys()
    .filter((key) => key.startsWith(keyPrefix))
    .flatMap((key) => memento.get<Partial<KeptDraft>>(key)?.attachments ?? [])
    .filter(isUsable);
}

/** What another version stored, or what was damaged, must not keep the panel from opening. */
function isUsable(value: unknown): value is Attachment {
  return isAttachment(value) && (value.kind === 'text' || checkOptions(value, value.options).status === 'valid');
}

const emptyDraft: KeptDraft = { text: '', attachments: [] };

/** Keeps the draft of one panel over reloads. Attachments are references to blobs: no media is stored here. */
export class DraftMemory {
  readonly #memento: vscode.Memento;
  readonly #key: string;
  readonly #onChange: () => void;
  #draft: KeptDraft;
  #writes: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(memento: vscode.Memento, panelId: string, onChange: () => void = () => undefined) {
    this.#memento = memento;
    this.#onChange = onChange;
    this.#key = `${keyPrefix}${panelId}`;
    const kept = { ...emptyDraft, ...memento.get<Partial<KeptDraft>>(this.#key) };
    this.#draft = { ...kept, attachments: kept.attachments.filter(isUsable) };
  }

  get draft(): KeptDraft {
    return this.#draft;
  }

  change(changed: Partial<KeptDraft>): void {
    this.#draft = { ...this.#draft, ...changed };
    this.#onChange();
    if (!this.#isWriting) {
      this.#isWriting = true;
      // One write at a time: what changes meanwhile, as with each key that is typed, goes with the next.
      this.#writes = this.#writes.then(() => this.#write());
    }
  }

  async forget(): Promise<void> {
    this.#draft = emptyDraft;
    await this.#writes;
    await this.#memento.update(this.#key, undefined);
    this.#onChange();
  }

  async #write(): Promise<void> {
    this.#isWriting = false;
    await this.#memento.update(this.#key, this.#draft);
  }
}
