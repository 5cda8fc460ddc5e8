import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import type { TrayItem } from '../shared/attachment/tray-item';
import type { AttachmentServices } from './attachment-services';
import type { NewAttachment } from './new-attachment';
import { planAttachment } from './plan-attachment';
import { isPreparedAs, nameOfPlan, prepareByPlan } from './planned';
import { readAttachment } from './read-attachment';
import { RunningWork } from './running-work';
import { failed, preparing, settledObstacle, withChoices, type Begun } from './tray-items';
import type { TrayList } from './tray-list';

export interface ItemPreparationOptions {
  readonly list: TrayList;
  readonly services: AttachmentServices;
  /** The model that is chosen now. */
  readonly target: () => ModelTarget;
  /** How an attachment is shown that is prepared. */
  readonly ready: (attachment: Attachment) => TrayItem;
}

/** Makes of the items of a tray what can be sent: reads their files, plans and prepares them, and shows how far that is. */
export class ItemPreparation {
  readonly #options: ItemPreparationOptions;
  readonly #work: RunningWork;
  /** What items are made from, until it is read. */
  readonly #files = new Map<string, UnreadFile>();

  constructor(options: ItemPreparationOptions) {
    this.#options = options;
    this.#work = new RunningWork({
      services: options.services,
      onProgress: (id, doing, fraction) => this.#showProgress(id, doing, fraction),
      onFailure: (begun, error) => this.#fail(begun, error),
    });
  }

  /** Reads a file, then prepares what it holds; with what was chosen for the attachment that it takes the place of. */
  read(id: string, file: NewAttachment, replaced?: Attachment): void {
    this.#read(id, { file, replaced });
  }

  /** What an item is made from, while it is still read or waits for its password. */
  unread(id: string): NewAttachment | undefined {
    return this.#files.get(id)?.file;
  }

  /** Prepares an attachment as it was chosen; where another file takes its place, that file, once it is read. */
  choose(attachment: Attachment): void {
    const unread = this.#files.get(attachment.id);
    const item = this.#options.list.find(attachment.id);
    if (unread && item) {
      this.#files.set(item.id, { ...unread, replaced: attachment });
      this.#options.list.replace({ ...item, attachment });
    } else {
      this.plan(attachment);
    }
  }

  /** Prepares an attachment unless it is as the model wants it; failed where no plan can be made. */
  plan(attachment: Attachment): void {
    try {
      this.#follow(attachment);
    } catch (error) {
      const { id, name } = attachment;
      this.#work.stop(id);
      this.#options.list.replace(failed({ id, name, attachment, obstacle: undefined }, error));
    }
  }

  /** Opens an encrypted file. */
  unlock(id: string, password: string): void {
    const { list, services } = this.#options;
    const unread = this.#files.get(id);
    const attachment = list.find(id)?.attachment;
    if (unread) {
      this.#read(id, unread, password);
    } else if (attachment && 'source' in attachment) {
      services.passwords.set(attachment.source.sha256, password);
      this.plan(attachment);
    }
  }

  /** Tries again what failed. */
  retry(id: string): void {
    const unread = this.#files.get(id);
    const attachment = this.#options.list.find(id)?.attachment;
    if (unread) {
      this.#read(id, unread);
    } else if (attachment) {
      this.plan(attachment);
    }
  }

  forget(id: string): void {
    this.#work.stop(id);
    this.#files.delete(id);
  }

  /** Resolves when nothing is being prepared. */
  async settled(): Promise<void> {
    await this.#work.settled();
  }

  #read(id: string, unread: UnreadFile, password?: string): void {
    const { file } = unread;
    this.#files.set(id, unread);
    this.#begin({ id, name: file.name, attachment: unread.replaced }, async (context) => {
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
      this.plan(replaced ? withChoices(attachment, replaced) : attachment);
    });
  }

  #follow(attachment: Attachment): void {
    const { list, ready, target } = this.#options;
    const { id, name } = attachment;
    const planned = planAttachment(attachment, target());
    if (planned.status === 'obstructed') {
      this.#work.stop(id);
      list.replace({ status: 'obstructed', id, name, attachment, obstacle: planned.obstacle });
      return;
    }
    if (isPreparedAs(attachment, planned)) {
      this.#work.stop(id);
      list.replace(ready(attachment));
      return;
    }
    const preparedAs = nameOfPlan(planned.plan);
    const begun = this.#work.begunWith(id);
    if (begun?.attachment === attachment && begun.preparedAs === preparedAs) {
      return;
    }
    this.#begin({ id, name, attachment, preparedAs }, async (context) => {
      const prepared = await prepareByPlan(planned, context);
      context.signal.throwIfAborted();
      this.#work.finish(id);
      list.replace(ready(prepared));
      // The model may have changed meanwhile.
      this.plan(prepared);
    });
  }

  #begin(begun: Begun, work: Parameters<RunningWork['start']>[1]): void {
    this.#options.list.replace(preparing(begun));
    this.#work.start(begun, work);
  }

  /** In whole percents: what tells more often would have the page drawn for nothing. */
  #showProgress(id: string, doing: string, fraction: number | undefined): void {
    const progress = fraction === undefined ? undefined : Math.round(Math.min(Math.max(fraction, 0), 1) * 100) / 100;
    const shown = this.#options.list.find(id);
    if (shown?.status === 'preparing' && (shown.doing !== doing || shown.progress !== progress)) {
      this.#options.list.replace({ ...preparing(shown), doing, ...(progress !== undefined && { progress }) });
    }
  }

  #fail(begun: Begun, error: unknown): void {
    const attachment = this.#files.get(begun.id)?.replaced ?? begun.attachment;
    const obstacle = attachment && settledObstacle(attachment, this.#options.target());
    const item = failed({ ...begun, attachment, obstacle }, error);
    if (item.status === 'failed' && item.isFinal) {
      this.#files.delete(begun.id);
    }
    this.#options.list.replace(item);
  }
}

interface UnreadFile {
  readonly file: NewAttachment;
  /** What the file takes the place of. */
  readonly replaced: Attachment | undefined;
}
