import { randomUUID } from 'node:crypto';
import type { ImagePlan } from '../media-process/media-service';
import type { Attachment, TrayItem } from '../shared/attachment';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';
import { messageOf } from '../util/message-of';
import { createAttachment, replanImage, type AttachmentServices, type NewAttachment } from './create-attachment';

export interface TrayOptions extends AttachmentServices {
  /** How pictures are prepared for the model that is chosen now. */
  readonly plan: () => ImagePlan;
}

/** What is attached to the question that is being written. Pictures are prepared as soon as they arrive. */
export class Tray implements Disposable {
  readonly #options: TrayOptions;
  readonly #changes = new Emitter<void>();
  /** Of the items that are being prepared. */
  readonly #work = new Map<string, AbortController>();
  #items: readonly TrayItem[] = [];

  constructor(options: TrayOptions) {
    this.#options = options;
  }

  get items(): readonly TrayItem[] {
    return this.#items;
  }

  get onChange(): Event<void> {
    return this.#changes.event;
  }

  /** Puts files at the end, in their order; each is ready, or failed with a reason, a little later. */
  add(files: readonly NewAttachment[]): void {
    const added = files.map((file) => ({ id: randomUUID(), file }));
    this.#change([...this.#items, ...added.map(({ id, file }) => preparing(id, file.name))]);
    for (const { id, file } of added) {
      this.#prepare(id, file.name, (options) => createAttachment(file, options));
    }
  }

  /** Puts attachments back that were there before. */
  restore(attachments: readonly Attachment[]): void {
    if (attachments.length > 0) {
      this.#change([...attachments.map(ready), ...this.#items]);
    }
  }

  remove(id: string): void {
    this.#work.get(id)?.abort();
    this.#work.delete(id);
    this.#change(this.#items.filter((item) => item.id !== id));
  }

  /** Puts the items into this order; any that it does not name stay at the end. */
  reorder(ids: readonly string[]): void {
    const named = ids.flatMap((id) => this.#items.find((item) => item.id === id) ?? []);
    this.#change([...new Set([...named, ...this.#items])]);
  }

  /** Takes everything out that is ready; what failed goes too, for it has been seen. */
  take(): readonly Attachment[] {
    const attachments = this.#items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
    this.#change(this.#items.filter(({ status }) => status === 'preparing'));
    return attachments;
  }

  /** Prepares the pictures again where the plan has changed with the model. */
  replan(): void {
    for (const { attachment } of this.#items.filter((item) => item.status === 'ready')) {
      if (attachment.kind === 'image') {
        this.#replace(preparing(attachment.id, attachment.name));
        this.#prepare(attachment.id, attachment.name, (options) => replanImage(attachment, options));
      }
    }
  }

  dispose(): void {
    this.#work.forEach((controller) => controller.abort());
    this.#work.clear();
    this.#changes.dispose();
  }

  #prepare(
    id: string,
    name: string,
    prepare: (
      options: AttachmentServices & { id: string; plan: ImagePlan; signal: AbortSignal },
    ) => Promise<Attachment>,
  ): void {
    const controller = new AbortController();
    this.#work.set(id, controller);
    const { media, blobs, plan } = this.#options;
    prepare({ id, media, blobs, plan: plan(), signal: controller.signal }).then(
      (attachment) => this.#settle(controller, ready(attachment)),
      (error: unknown) => this.#settle(controller, { status: 'failed', id, name, reason: messageOf(error) }),
    );
  }

  #settle(controller: AbortController, item: TrayItem): void {
    if (!controller.signal.aborted) {
      this.#work.delete(item.id);
      this.#replace(item);
    }
  }

  #replace(item: TrayItem): void {
    this.#change(this.#items.map((old) => (old.id === item.id ? item : old)));
  }

  #change(items: readonly TrayItem[]): void {
    this.#items = items;
    this.#changes.fire();
  }
}

function preparing(id: string, name: string): TrayItem {
  return { status: 'preparing', id, name };
}

function ready(attachment: Attachment): TrayItem {
  return { status: 'ready', id: attachment.id, name: attachment.name, attachment };
}
