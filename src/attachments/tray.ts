import { randomUUID } from 'node:crypto';
import { MediaError } from '../media-process/media-service';
import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';
import type { Offer, TrayItem } from '../shared/attachment/tray-item';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';
import { messageOf } from '../util/message-of';
import { AttachmentError } from './attachment-error';
import type { AttachmentServices, PrepareContext } from './attachment-services';
import { estimateParts } from './estimate-parts';
import type { NewAttachment } from './new-attachment';
import { planAttachment } from './plan-attachment';
import { readAttachment } from './read-attachment';

export interface TrayOptions extends AttachmentServices {
  /** The model that is chosen now. */
  readonly target: () => ModelTarget;
}

/** What is attached to the question that is being written. It is prepared as soon as it arrives. */
export class Tray implements Disposable {
  readonly #options: TrayOptions;
  readonly #changes = new Emitter<void>();
  /** Of the items that are being prepared. */
  readonly #work = new Map<string, Work>();
  /** What each item was made from, while it is not an attachment yet. */
  readonly #files = new Map<string, NewAttachment>();
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
      this.#files.set(id, file);
      this.#read(id, file);
    }
  }

  /** Puts attachments at the end that came as such, a link for example. */
  addAttachments(attachments: readonly Attachment[]): void {
    this.#change([...this.#items, ...attachments.map(({ id, name }) => preparing(id, name))]);
    attachments.forEach((attachment) => this.#plan(attachment));
  }

  /** Puts attachments back that were there before; those that still are stay as they are. */
  restore(attachments: readonly Attachment[]): void {
    const missing = attachments.filter(({ id }) => !this.#items.some((item) => item.id === id));
    if (missing.length > 0) {
      this.#change([...missing.map((attachment) => this.#ready(attachment)), ...this.#items]);
      this.replan();
    }
  }

  remove(id: string): void {
    this.#forget(id);
    this.#change(this.#items.filter((item) => item.id !== id));
  }

  /** Puts the items into this order; any that it does not name stay at the end. */
  reorder(ids: readonly string[]): void {
    const named = ids.flatMap((id) => this.#items.find((item) => item.id === id) ?? []);
    this.#change([...new Set([...named, ...this.#items])]);
  }

  clear(): void {
    this.#items.forEach(({ id }) => this.#forget(id));
    this.#change([]);
  }

  /** Takes everything out that is ready; what failed goes too, for it has been seen. */
  take(): readonly Attachment[] {
    const attachments = this.#items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
    this.#change(this.#items.filter(({ status }) => ['preparing', 'obstructed', 'locked'].includes(status)));
    return attachments;
  }

  /** Another model is chosen: prepares again what is sent to it otherwise. */
  replan(): void {
    for (const { id } of this.#items) {
      const attachment = this.attachment(id);
      if (attachment) {
        this.#plan(attachment);
      }
    }
  }

  /** The attachment of an item, also while it is prepared anew. */
  attachment(id: string): Attachment | undefined {
    const item = this.#items.find((candidate) => candidate.id === id);
    return item && 'attachment' in item ? item.attachment : this.#work.get(id)?.attachment;
  }

  /** Prepares an attachment with other options; they must be those of its kind. */
  setOptions(id: string, options: AttachmentOptions): void {
    const attachment = this.attachment(id);
    if (attachment && 'options' in attachment) {
      // The caller has checked that the options are those of the attachment's kind.
      this.#plan({ ...attachment, options } as Attachment);
    }
  }

  /** Sends something else instead of media that the model does not take. */
  substitute(id: string, instead: Exclude<Offer, 'otherModel'>): void {
    const attachment = this.attachment(id);
    if (attachment) {
      this.#plan({ ...attachment, instead });
    }
  }

  /** Opens an encrypted file. */
  unlock(id: string, password: string): void {
    const file = this.#files.get(id);
    if (file) {
      this.#read(id, file, password);
    }
  }

  /** Tries again what failed. */
  retry(id: string): void {
    const file = this.#files.get(id);
    const attachment = this.attachment(id);
    if (attachment) {
      this.#plan(attachment);
    } else if (file) {
      this.#read(id, file);
    }
  }

  /** Says of these items that their files are others by now, and of all others that theirs are not. */
  markChanged(ids: ReadonlySet<string>): void {
    this.#change(
      this.#items.map((item) => {
        if (item.status !== 'ready') {
          return item;
        }
        const { fileChanged: _fileChanged, ...rest } = item;
        return ids.has(item.id) ? { ...rest, fileChanged: true } : rest;
      }),
    );
  }

  /** What was attached is meant, whatever became of its file: it is not compared with it any more. */
  acceptFile(id: string): void {
    const attachment = this.attachment(id);
    if (attachment) {
      const { fileSha256: _fileSha256, ...accepted } = attachment;
      this.#replace(this.#ready(accepted));
    }
  }

  /** Attaches other bytes in the place of an item. */
  replaceFile(id: string, file: NewAttachment): void {
    this.#files.set(id, file);
    this.#read(id, file);
  }

  /** Resolves when nothing is being prepared. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) {
      await Promise.all([...this.#work.values()].map(({ done }) => done));
    }
  }

  dispose(): void {
    this.#items.forEach(({ id }) => this.#forget(id));
    this.#changes.dispose();
  }

  #read(id: string, file: NewAttachment, password?: string): void {
    this.#start(id, file.name, undefined, async (context) => {
      if (password !== undefined) {
        const { sha256 } = await context.blobs.put(file.bytes, 'application/pdf');
        context.passwords.set(sha256, password);
      }
      this.#plan(await readAttachment(file, context));
    });
  }

  /** Prepares an attachment unless it is as the model wants it. */
  #plan(attachment: Attachment): void {
    const { id, name } = attachment;
    const planned = planAttachment(attachment, this.#options.target());
    if (planned.status === 'obstructed') {
      this.#stop(id);
      this.#replace({ status: 'obstructed', id, name, attachment, obstacle: planned.obstacle });
      return;
    }
    const preparedAs = JSON.stringify(planned.plan);
    if (attachment.preparedAs === preparedAs) {
      this.#stop(id);
      this.#replace(this.#ready(attachment));
      return;
    }
    this.#start(id, name, attachment, async (context) => {
      const prepared = { ...(await planned.prepare(context)), preparedAs };
      context.signal.throwIfAborted();
      this.#files.delete(id);
      this.#settle(id, this.#ready(prepared));
      // The model may have changed meanwhile.
      this.#plan(prepared);
    });
  }

  #start(
    id: string,
    name: string,
    attachment: Attachment | undefined,
    work: (context: PrepareContext) => Promise<void>,
  ): void {
    this.#stop(id);
    this.#replace(preparing(id, name));
    const controller = new AbortController();
    const { signal } = controller;
    const { target: _target, ...services } = this.#options;
    const context: PrepareContext = {
      ...services,
      id,
      signal,
      progress: (doing, fraction) => {
        if (!signal.aborted) {
          this.#replace({ ...preparing(id, name), doing, ...(fraction !== undefined && { progress: fraction }) });
        }
      },
    };
    const done = work(context).catch((error: unknown) => {
      if (!signal.aborted) {
        this.#settle(id, failed(id, name, error));
      }
    });
    this.#work.set(id, { controller, attachment, done });
  }

  #settle(id: string, item: TrayItem): void {
    this.#work.delete(id);
    this.#replace(item);
  }

  #stop(id: string): void {
    this.#work.get(id)?.controller.abort();
    this.#work.delete(id);
  }

  #forget(id: string): void {
    this.#stop(id);
    this.#files.delete(id);
  }

  #ready(attachment: Attachment): TrayItem {
    const estimate = estimateParts(attachment.parts, this.#options.target());
    return { status: 'ready', id: attachment.id, name: attachment.name, attachment, estimate };
  }

  #replace(item: TrayItem): void {
    this.#change(this.#items.map((old) => (old.id === item.id ? item : old)));
  }

  #change(items: readonly TrayItem[]): void {
    this.#items = items;
    this.#changes.fire();
  }
}

interface Work {
  readonly controller: AbortController;
  /** What is prepared again. */
  readonly attachment: Attachment | undefined;
  readonly done: Promise<void>;
}

function preparing(id: string, name: string): Extract<TrayItem, { status: 'preparing' }> {
  return { status: 'preparing', id, name };
}

function failed(id: string, name: string, error: unknown): TrayItem {
  const kind = error instanceof AttachmentError || error instanceof MediaError ? error.kind : undefined;
  if (kind === 'passwordNeeded' || kind === 'passwordWrong') {
    return { status: 'locked', id, name, ...(kind === 'passwordWrong' && { wasWrong: true }) };
  }
  return { status: 'failed', id, name, reason: messageOf(error) };
}
