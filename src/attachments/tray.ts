import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ImagePlan } from '../media-process/media-service';
import type { Attachment, ImageAttachment, TrayItem } from '../shared/attachment';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';
import { messageOf } from '../util/message-of';
import {
  createAttachment,
  replanImage,
  type AttachmentServices,
  type CreateOptions,
  type NewAttachment,
} from './create-attachment';
import { isPreparedFor } from './is-prepared-for';

export interface TrayOptions extends AttachmentServices {
  /** How pictures are prepared for the model that is chosen now. */
  readonly plan: () => ImagePlan;
}

/** What is attached to the question that is being written. Pictures are prepared as soon as they arrive. */
export class Tray implements Disposable {
  readonly #options: TrayOptions;
  readonly #changes = new Emitter<void>();
  /** Of the items that are being prepared. */
  readonly #work = new Map<string, Work>();
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
      this.#prepare({ id, name: file.name, prepare: (options) => createAttachment(file, options) });
    }
  }

  /** Puts attachments back that were there before; those that still are stay as they are. */
  restore(attachments: readonly Attachment[]): void {
    const missing = attachments.filter(({ id }) => !this.#items.some((item) => item.id === id));
    if (missing.length > 0) {
      this.#change([...missing.map(ready), ...this.#items]);
      this.replan();
    }
  }

  remove(id: string): void {
    this.#stop(id);
    this.#change(this.#items.filter((item) => item.id !== id));
  }

  /** Puts the items into this order; any that it does not name stay at the end. */
  reorder(ids: readonly string[]): void {
    const named = ids.flatMap((id) => this.#items.find((item) => item.id === id) ?? []);
    this.#change([...new Set([...named, ...this.#items])]);
  }

  clear(): void {
    this.#items.forEach(({ id }) => this.#stop(id));
    this.#change([]);
  }

  /** Takes everything out that is ready; what failed goes too, for it has been seen. */
  take(): readonly Attachment[] {
    const attachments = this.#items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
    this.#change(this.#items.filter(({ status }) => status === 'preparing'));
    return attachments;
  }

  /** Another model is chosen: prepares the pictures again that it wants otherwise. */
  replan(): void {
    const plan = this.#options.plan();
    for (const item of this.#items) {
      const image = item.status === 'ready' ? item.attachment : this.#work.get(item.id)?.previous;
      if (image?.kind === 'image' && !isPreparedFor(image, plan)) {
        this.#stop(image.id);
        this.#replace(preparing(image.id, image.name));
        this.#prepare({
          id: image.id,
          name: image.name,
          previous: image,
          prepare: (options) => replanImage(image, options),
        });
      }
    }
  }

  /** Resolves when nothing is being prepared. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) {
      await Promise.all([...this.#work.values()].map(({ done }) => done));
    }
  }

  dispose(): void {
    this.#items.forEach(({ id }) => this.#stop(id));
    this.#changes.dispose();
  }

  #prepare({ id, name, previous, prepare }: Preparation): void {
    const { media, blobs, plan } = this.#options;
    const controller = new AbortController();
    const settle = (item: TrayItem): void => {
      if (!controller.signal.aborted) {
        this.#work.delete(id);
        this.#replace(item);
      }
    };
    const currentPlan = plan();
    const done = prepare({ id, media, blobs, plan: currentPlan, signal: controller.signal }).then(
      (attachment) => {
        settle(ready(attachment));
        // The model may have changed meanwhile. A plan that can't be met exactly is not tried twice.
        if (!isDeepStrictEqual(plan(), currentPlan)) {
          this.replan();
        }
      },
      (error: unknown) => settle({ status: 'failed', id, name, reason: messageOf(error) }),
    );
    this.#work.set(id, { controller, previous, done });
  }

  #stop(id: string): void {
    this.#work.get(id)?.controller.abort();
    this.#work.delete(id);
  }

  #replace(item: TrayItem): void {
    this.#change(this.#items.map((old) => (old.id === item.id ? item : old)));
  }

  #change(items: readonly TrayItem[]): void {
    this.#items = items;
    this.#changes.fire();
  }
}

interface Preparation {
  readonly id: string;
  readonly name: string;
  /** What is prepared again. */
  readonly previous?: ImageAttachment;
  readonly prepare: (options: CreateOptions) => Promise<Attachment>;
}

interface Work {
  readonly controller: AbortController;
  readonly previous: ImageAttachment | undefined;
  readonly done: Promise<void>;
}

function preparing(id: string, name: string): TrayItem {
  return { status: 'preparing', id, name };
}

function ready(attachment: Attachment): TrayItem {
  return { status: 'ready', id: attachment.id, name: attachment.name, attachment };
}
