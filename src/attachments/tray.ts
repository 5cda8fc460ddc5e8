import { randomUUID } from 'node:crypto';
import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';
import type { Offer, TrayItem } from '../shared/attachment/tray-item';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';
import type { AttachmentServices, PrepareContext } from './attachment-services';
import { estimateParts } from './estimate-parts';
import type { NewAttachment } from './new-attachment';
import { planAttachment } from './plan-attachment';
import { readAttachment } from './read-attachment';
import { TraySecrets } from './secrets/tray-secrets';
import { failed, leavesTray, preparing, settledObstacle, withChoices, type Begun } from './tray-items';

export interface TrayOptions extends AttachmentServices {
  /** The model that is chosen now. */
  readonly target: () => ModelTarget;
  /** Whether the person is asked before secrets leave this machine; they are not unless it is given. */
  readonly checksSecrets?: () => boolean;
}

/** What is attached to the question that is being written. It is prepared as soon as it arrives. */
export class Tray implements Disposable {
  readonly #options: TrayOptions;
  readonly #changes = new Emitter<void>();
  /** Of the items that are being prepared. */
  readonly #work = new Map<string, Work>();
  /** What items are made from, until it is read. */
  readonly #files = new Map<string, UnreadFile>();
  /** Whose files are others by now. */
  readonly #changed = new Set<string>();
  readonly #secrets: TraySecrets;
  #items: readonly TrayItem[] = [];

  constructor(options: TrayOptions) {
    this.#options = options;
    this.#secrets = new TraySecrets({
      services: options,
      isOn: () => options.checksSecrets?.() ?? false,
      onChange: (id) => this.#searched(id),
    });
  }

  get items(): readonly TrayItem[] {
    return this.#items;
  }

  get onChange(): Event<void> {
    return this.#changes.event;
  }

  /**
   * Puts files at the end, in their order; each is ready, or failed with a reason, a little later.
   *
   * @returns their identifiers
   */
  add(files: readonly NewAttachment[]): readonly string[] {
    const added = files.map((file) => ({ id: randomUUID(), file }));
    this.#change([...this.#items, ...added.map(({ id, file }) => preparing({ id, name: file.name }))]);
    for (const { id, file } of added) {
      this.#read(id, { file });
    }
    return added.map(({ id }) => id);
  }

  /** Puts attachments at the end that came as such, a link for example. */
  addAttachments(attachments: readonly Attachment[]): void {
    this.#change([...this.#items, ...attachments.map((attachment) => preparing({ ...attachment, attachment }))]);
    attachments.forEach((attachment) => this.#plan(attachment));
  }

  /** Puts attachments back that were there before; those that still are stay as they are. */
  restore(attachments: readonly Attachment[]): void {
    const missing = attachments.filter(({ id }) => !this.#items.some((item) => item.id === id));
    if (missing.length > 0) {
      this.#change([...missing.map((attachment) => preparing({ ...attachment, attachment })), ...this.#items]);
      missing.forEach((attachment) => this.#plan(attachment));
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

  /**
   * Takes out what is ready, and what can't be attached at all, for it has been seen.
   *
   * @param ids takes these only
   */
  take(ids: ReadonlySet<string> = new Set(this.#items.map(({ id }) => id))): readonly Attachment[] {
    const taken = this.#items.filter((item) => ids.has(item.id) && leavesTray(item));
    taken.forEach(({ id }) => this.#forget(id));
    this.#change(this.#items.filter((item) => !taken.includes(item)));
    return taken.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
  }

  /** Another model is chosen: prepares again what is sent to it otherwise. */
  replan(): void {
    for (const { id } of this.#items) {
      const attachment = this.attachment(id);
      // What is still to be read is planned when it has been; its item shows what it takes the place of.
      if (attachment && !this.#files.has(id)) {
        this.#plan(attachment);
      }
    }
  }

  /** Everything that is known well enough to be shown and kept, whether it can be sent or not. */
  get attachments(): readonly Attachment[] {
    return this.#items.flatMap((item) => item.attachment ?? []);
  }

  /** What came and is no attachment yet, for it is still read or waits for its password. */
  get unread(): readonly NewAttachment[] {
    return this.#items.flatMap(({ id, attachment }) => (attachment ? [] : (this.#files.get(id)?.file ?? [])));
  }

  /** The attachment of an item, also while it is prepared anew. */
  attachment(id: string): Attachment | undefined {
    return this.attachments.find((attachment) => attachment.id === id);
  }

  /** Prepares an attachment with other options; they must be those of its kind. */
  setOptions(id: string, options: AttachmentOptions): void {
    const attachment = this.attachment(id);
    if (attachment && 'options' in attachment) {
      // The caller has checked that the options are those of the attachment's kind.
      this.#choose({ ...attachment, options } as Attachment);
    }
  }

  /** Another state of an attachment that is still here takes its place, and is prepared anew if its plan or parts ask for that. */
  update(attachment: Attachment): void {
    if (this.attachment(attachment.id)) {
      this.#choose(attachment);
    }
  }

  /** Sends something else instead of media that the model does not take. */
  substitute(id: string, instead: Exclude<Offer, 'otherModel'>): void {
    const attachment = this.attachment(id);
    if (attachment) {
      this.#choose({ ...attachment, instead });
    }
  }

  /** Opens an encrypted file. */
  unlock(id: string, password: string): void {
    const unread = this.#files.get(id);
    const attachment = this.attachment(id);
    if (unread) {
      this.#read(id, unread, password);
    } else if (attachment && 'source' in attachment) {
      this.#options.passwords.set(attachment.source.sha256, password);
      this.#plan(attachment);
    }
  }

  /** Tries again what failed. */
  retry(id: string): void {
    const unread = this.#files.get(id);
    const attachment = this.attachment(id);
    if (unread) {
      this.#read(id, unread);
    } else if (attachment) {
      this.#plan(attachment);
    }
  }

  /** Says of these items that their files are others by now, and of all others that theirs are not. */
  markChanged(ids: ReadonlySet<string>): void {
    this.#changed.clear();
    ids.forEach((id) => this.#changed.add(id));
    for (const item of this.#items) {
      if (item.status === 'ready' && ids.has(item.id) !== (item.fileChanged ?? false)) {
        const { fileChanged: _fileChanged, ...rest } = item;
        this.#replace(ids.has(item.id) ? { ...rest, fileChanged: true } : rest);
      }
    }
  }

  /** What was attached is meant, whatever became of its file: it is not compared with it any more. */
  acceptFile(id: string): void {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (item?.status === 'ready') {
      const { fileSha256: _fileSha256, ...accepted } = item.attachment;
      this.#changed.delete(id);
      this.#replace(this.#ready(accepted));
    }
  }

  /** Attaches other bytes in the place of an item, with what was chosen for it as far as that applies to them too. */
  replaceFile(id: string, file: NewAttachment): void {
    if (this.#items.some((item) => item.id === id)) {
      this.#changed.delete(id);
      this.#read(id, { file, replaced: this.attachment(id) });
    }
  }

  /** Resolves when nothing is being prepared. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) {
      await Promise.all([...this.#work.values()].map(({ done }) => done));
    }
  }

  /** Resolves when nothing is being prepared, nor searched for secrets. */
  async searched(): Promise<void> {
    await this.settled();
    await this.#secrets.settled();
  }

  dispose(): void {
    this.#secrets.dispose();
    this.#items.forEach(({ id }) => this.#forget(id));
    this.#changes.dispose();
  }

  #read(id: string, unread: UnreadFile, password?: string): void {
    const { file } = unread;
    this.#files.set(id, unread);
    this.#start({ id, name: file.name, attachment: unread.replaced }, async (context) => {
      if (password !== undefined) {
        const { sha256 } = await context.blobs.put(file.bytes, 'application/pdf');
        context.passwords.set(sha256, password);
      }
      const attachment = await readAttachment(file, context);
      context.signal.throwIfAborted();
      // With what was chosen while it was read.
      const replaced = this.#files.get(id)?.replaced;
      // The bytes are in the blob store: nothing here holds them in memory any longer.
      this.#files.delete(id);
      this.#plan(replaced ? withChoices(attachment, replaced) : attachment);
    });
  }

  /** Prepares an attachment as it was chosen; where another file takes its place, that file, once it is read. */
  #choose(attachment: Attachment): void {
    const unread = this.#files.get(attachment.id);
    const item = this.#items.find(({ id }) => id === attachment.id);
    if (unread && item) {
      this.#files.set(item.id, { ...unread, replaced: attachment });
      this.#replace({ ...item, attachment });
    } else {
      this.#plan(attachment);
    }
  }

  /** Prepares an attachment unless it is as the model wants it; failed where no plan can be made. */
  #plan(attachment: Attachment): void {
    try {
      this.#follow(attachment);
    } catch (error) {
      const { id, name } = attachment;
      this.#stop(id);
      this.#replace(failed({ id, name, attachment, obstacle: undefined }, error));
    }
  }

  #follow(attachment: Attachment): void {
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
    const work = this.#work.get(id);
    if (work?.attachment === attachment && work.preparedAs === preparedAs) {
      return;
    }
    this.#start({ id, name, attachment, preparedAs }, async (context) => {
      const prepared = { ...(await planned.prepare(context)), preparedAs };
      context.signal.throwIfAborted();
      this.#settle(id, this.#ready(prepared));
      // The model may have changed meanwhile.
      this.#plan(prepared);
    });
  }

  #start(begun: Begun, work: (context: PrepareContext) => Promise<void>): void {
    const { id } = begun;
    this.#stop(id);
    this.#replace(preparing(begun));
    const controller = new AbortController();
    const { signal } = controller;
    const { target: _target, ...services } = this.#options;
    const context: PrepareContext = {
      ...services,
      id,
      signal,
      progress: (doing, fraction) => {
        if (!signal.aborted) {
          this.#tellProgress(id, doing, fraction);
        }
      },
    };
    const done = work(context).catch((error: unknown) => {
      if (!signal.aborted) {
        const attachment = this.#files.get(id)?.replaced ?? begun.attachment;
        const obstacle = attachment && settledObstacle(attachment, this.#options.target());
        const item = failed({ ...begun, attachment, obstacle }, error);
        if (item.status === 'failed' && item.isFinal) {
          this.#files.delete(id);
        }
        this.#settle(id, item);
      }
    });
    this.#work.set(id, { ...begun, controller, done });
  }

  /** In whole percents: what tells more often would have the page drawn for nothing. */
  #tellProgress(id: string, doing: string, fraction: number | undefined): void {
    const progress = fraction === undefined ? undefined : Math.round(Math.min(Math.max(fraction, 0), 1) * 100) / 100;
    const shown = this.#items.find((item) => item.id === id);
    if (shown?.status === 'preparing' && (shown.doing !== doing || shown.progress !== progress)) {
      this.#replace({ ...preparing(shown), doing, ...(progress !== undefined && { progress }) });
    }
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
    this.#changed.delete(id);
    this.#secrets.forget(id);
  }

  /** What is prepared anew meanwhile is shown when that is done. */
  #searched(id: string): void {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (item?.status === 'ready') {
      this.#replace(this.#ready(item.attachment));
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

  #replace(item: TrayItem): void {
    this.#change(this.#items.map((old) => (old.id === item.id ? item : old)));
  }

  #change(items: readonly TrayItem[]): void {
    this.#items = items;
    this.#changes.fire();
  }
}

interface UnreadFile {
  readonly file: NewAttachment;
  /** What the file takes the place of. */
  readonly replaced?: Attachment | undefined;
}

interface Work extends Begun {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}
