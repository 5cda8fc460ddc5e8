import { randomUUID } from 'node:crypto';
import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';
import type { Offer, TrayItem } from '../shared/attachment/tray-item';
import type { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import type { AttachmentServices } from './attachment-services';
import { estimateParts } from './estimate-parts';
import { ItemPreparation } from './item-preparation';
import type { NewAttachment } from './new-attachment';
import { SecretSearches } from './secrets/secret-searches';
import { leavesTray, preparing, settledObstacle } from './tray-items';
import { TrayList } from './tray-list';

export interface TrayOptions extends AttachmentServices {
  /** The model that is chosen now. */
  readonly target: () => ModelTarget;
  /** Whether the person is asked before secrets leave this machine; they are not unless it is given. */
  readonly checksSecrets?: () => boolean;
}

/** What is attached to the question that is being written. It is prepared as soon as it arrives. */
export class Tray implements Disposable {
  readonly #options: TrayOptions;
  readonly #list = new TrayList();
  readonly #preparation: ItemPreparation;
  /** Whose files are others by now. */
  readonly #changed = new Set<string>();
  readonly #secrets: SecretSearches;

  constructor(options: TrayOptions) {
    this.#options = options;
    const { target, checksSecrets: _checksSecrets, ...services } = options;
    this.#preparation = new ItemPreparation({
      list: this.#list,
      services,
      target,
      ready: (attachment) => this.#ready(attachment),
    });
    this.#secrets = new SecretSearches({
      services: options,
      isOn: () => options.checksSecrets?.() ?? false,
      onChange: (id) => this.#searched(id),
    });
  }

  get items(): readonly TrayItem[] {
    return this.#list.items;
  }

  get onChange(): Event<void> {
    return this.#list.onChange;
  }

  /**
   * Puts files at the end, in their order; each is ready, or failed with a reason, a little later.
   *
   * @returns their identifiers
   */
  add(files: readonly NewAttachment[]): readonly string[] {
    const added = files.map((file) => ({ id: randomUUID(), file }));
    this.#list.append(added.map(({ id, file }) => preparing({ id, name: file.name })));
    added.forEach(({ id, file }) => this.#preparation.read(id, file));
    return added.map(({ id }) => id);
  }

  /** Puts attachments at the end that came as such, a link for example. */
  addAttachments(attachments: readonly Attachment[]): void {
    this.#list.append(attachments.map((attachment) => preparing({ ...attachment, attachment })));
    attachments.forEach((attachment) => this.#preparation.plan(attachment));
  }

  /** Puts attachments back that were there before; those that still are stay as they are. */
  restore(attachments: readonly Attachment[]): void {
    const missing = attachments.filter(({ id }) => !this.#list.find(id));
    if (missing.length > 0) {
      this.#list.prepend(missing.map((attachment) => preparing({ ...attachment, attachment })));
      missing.forEach((attachment) => this.#preparation.plan(attachment));
    }
  }

  remove(id: string): void {
    this.#removeAll([id]);
  }

  /** Puts the items into this order; any that it does not name stay at the end. */
  reorder(ids: readonly string[]): void {
    this.#list.reorder(ids);
  }

  clear(): void {
    this.#removeAll(this.items.map(({ id }) => id));
  }

  /**
   * Takes out what is ready, and what can't be attached at all, for it has been seen.
   *
   * @param ids takes these only
   */
  take(ids: ReadonlySet<string> = new Set(this.items.map(({ id }) => id))): readonly Attachment[] {
    const taken = this.items.filter((item) => ids.has(item.id) && leavesTray(item));
    this.#removeAll(taken.map(({ id }) => id));
    return taken.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
  }

  /** Another model is chosen: prepares again what is sent to it otherwise. */
  replan(): void {
    for (const { id } of this.items) {
      const attachment = this.attachment(id);
      // What is still to be read is planned when it has been; its item shows what it takes the place of.
      if (attachment && !this.#preparation.unread(id)) {
        this.#preparation.plan(attachment);
      }
    }
  }

  /** Everything that is known well enough to be shown and kept, whether it can be sent or not. */
  get attachments(): readonly Attachment[] {
    return this.items.flatMap((item) => item.attachment ?? []);
  }

  /** What came and is no attachment yet, for it is still read or waits for its password. */
  get unread(): readonly NewAttachment[] {
    return this.items.flatMap(({ id, attachment }) => (attachment ? [] : (this.#preparation.unread(id) ?? [])));
  }

  /** The attachment of an item, also while it is prepared anew. */
  attachment(id: string): Attachment | undefined {
    return this.#list.find(id)?.attachment;
  }

  /** Prepares an attachment with other options; they must be those of its kind. */
  setOptions(id: string, options: AttachmentOptions): void {
    const attachment = this.attachment(id);
    if (attachment && 'options' in attachment) {
      // The caller has checked that the options are those of the attachment's kind.
      this.#preparation.choose({ ...attachment, options } as Attachment);
    }
  }

  /** Another state of an attachment that is still here takes its place, and is prepared anew if its plan or parts ask for that. */
  update(attachment: Attachment): void {
    if (this.attachment(attachment.id)) {
      this.#preparation.choose(attachment);
    }
  }

  /** Sends something else instead of media that the model does not take. */
  substitute(id: string, instead: Exclude<Offer, 'otherModel'>): void {
    const attachment = this.attachment(id);
    if (attachment) {
      this.#preparation.choose({ ...attachment, instead });
    }
  }

  /** Opens an encrypted file. */
  unlock(id: string, password: string): void {
    this.#preparation.unlock(id, password);
  }

  /** Tries again what failed. */
  retry(id: string): void {
    this.#preparation.retry(id);
  }

  /** Says of these items that their files are others by now, and of all others that theirs are not. */
  markChanged(ids: ReadonlySet<string>): void {
    this.#changed.clear();
    ids.forEach((id) => this.#changed.add(id));
    for (const item of this.items) {
      if (item.status === 'ready' && ids.has(item.id) !== (item.fileChanged ?? false)) {
        const { fileChanged: _fileChanged, ...rest } = item;
        this.#list.replace(ids.has(item.id) ? { ...rest, fileChanged: true } : rest);
      }
    }
  }

  /** What was attached is meant, whatever became of its file: it is not compared with it any more. */
  acceptFile(id: string): void {
    const item = this.#list.find(id);
    if (item?.status === 'ready') {
      const { fileSha256: _fileSha256, ...accepted } = item.attachment;
      this.#changed.delete(id);
      this.#list.replace(this.#ready(accepted));
    }
  }

  /** Attaches other bytes in the place of an item, with what was chosen for it as far as that applies to them too. */
  replaceFile(id: string, file: NewAttachment): void {
    const item = this.#list.find(id);
    if (item) {
      this.#changed.delete(id);
      this.#preparation.read(id, file, item.attachment);
    }
  }

  /** Resolves when nothing is being prepared. */
  async settled(): Promise<void> {
    await this.#preparation.settled();
  }

  /** Resolves when nothing is being prepared, nor searched for secrets. */
  async searched(): Promise<void> {
    await this.settled();
    await this.#secrets.settled();
  }

  dispose(): void {
    this.#secrets.dispose();
    this.items.forEach(({ id }) => this.#forget(id));
    this.#list.dispose();
  }

  #removeAll(ids: readonly string[]): void {
    ids.forEach((id) => this.#forget(id));
    this.#list.remove(new Set(ids));
  }

  #forget(id: string): void {
    this.#preparation.forget(id);
    this.#changed.delete(id);
    this.#secrets.forget(id);
  }

  /** What is prepared anew meanwhile is shown when that is done. */
  #searched(id: string): void {
    const item = this.#list.find(id);
    if (item?.status === 'ready') {
      this.#list.replace(this.#ready(item.attachment));
    }
  }

  #ready(attachment: Attachment): TrayItem {
    const target = this.#options.target();
    const obstacle = settledObstacle(attachment, target);
    const secrets = this.#secrets.check(attachment, target);
    return {
      status: 'ready',
      id: attachment.id,
      name: attachment.name,
      attachment,
      estimate: estimateParts(attachment.parts, target),
      ...(this.#changed.has(attachment.id) && { fileChanged: true }),
      ...(obstacle && { obstacle }),
      ...(secrets && { secrets }),
    };
  }
}
