import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';
import type { Tray } from '../../attachments/tray';
import { checkOptions } from '../../attachments/check-options';
import type { Attachment } from '../../shared/attachment/attachment';
import type { AttachmentOptions } from '../../shared/attachment/options';
import type { Offer } from '../../shared/attachment/tray-item';
import { MAX_ATTACHMENTS } from '../../shared/limits';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import { readUris } from '../attachments/read-uris';
import { inspectAttachment, openAttachment } from './open-attachment';
import type { ShownAttachments } from './shown-attachments';

/** What the page says about attachments and their bytes. */
export type AttachmentMessage = Extract<
  PanelMessage,
  {
    type:
      | 'attachRequested'
      | 'attachMenuRequested'
      | 'urisDropped'
      | 'filesReceived'
      | 'clipboardImageMissing'
      | 'attachmentRemoved'
      | 'attachmentsReordered'
      | 'attachmentOpened'
      | 'attachmentInspected'
      | 'attachmentOptionsChanged'
      | 'offerTaken'
      | 'passwordGiven'
      | 'changedFileChosen'
      | 'attachmentRetried'
      | 'urlAttached'
      | 'blobRequested';
  }
>;

export interface PanelAttachmentsOptions {
  readonly tray: Tray;
  readonly shown: ShownAttachments;
  readonly pickFiles: () => Promise<readonly vscode.Uri[]>;
  readonly showAttachMenu: () => Promise<void>;
  readonly selectModel: () => Promise<void>;
  readonly attachUrl: (url: string, how: 'fetch' | 'passOn') => Promise<void>;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
}

/** What comes into one panel's tray, from wherever, and what its page may see of it. */
export class PanelAttachments implements Disposable {
  readonly #options: PanelAttachmentsOptions;
  #answerClipboardRequest: ((found: boolean) => void) | undefined;

  constructor(options: PanelAttachmentsOptions) {
    this.#options = options;
  }

  /** @returns the identifiers of those for which there is room */
  add(files: readonly NewAttachment[]): readonly string[] {
    const { tray, notify } = this.#options;
    const room = Math.max(MAX_ATTACHMENTS - tray.items.length, 0);
    const ids = tray.add(files.slice(0, room));
    const leftOut = files.slice(room).map(({ name }) => name);
    if (leftOut.length > 0) {
      notify(tooMany(leftOut));
    }
    return ids;
  }

  /** Reads files through VS Code, and of folders what the person chooses. */
  async addUris(uris: readonly vscode.Uri[]): Promise<void> {
    const { files, problems } = await readUris(uris);
    this.add(files);
    if (problems.length > 0) {
      this.#options.notify(problems.join(' '));
    }
  }

  /** Asks the page for the picture on the clipboard: only a page may read it. */
  async addClipboardImage(): Promise<boolean> {
    this.#settleClipboardRequest(false);
    return await new Promise<boolean>((resolve) => {
      this.#answerClipboardRequest = resolve;
      this.#options.post({ type: 'clipboardImageRequested' });
    });
  }

  async handle(message: AttachmentMessage): Promise<void> {
    const { tray, pickFiles } = this.#options;
    switch (message.type) {
      case 'attachRequested':
        return await this.addUris(await pickFiles());
      case 'attachMenuRequested':
        return await this.#options.showAttachMenu();
      case 'urisDropped':
        return await this.addUris(message.uris.map((uri) => vscode.Uri.parse(uri)));
      case 'filesReceived':
        this.#settleClipboardRequest(true);
        this.add(message.files);
        return;
      case 'clipboardImageMissing':
        return this.#settleClipboardRequest(false);
      case 'attachmentRemoved':
        return tray.remove(message.id);
      case 'attachmentsReordered':
        return tray.reorder(message.ids);
      case 'attachmentOpened':
        return await this.#withAttachment(message.id, openAttachment);
      case 'attachmentInspected':
        return await this.#withAttachment(message.id, (attachment) => inspectAttachment(attachment, message.part ?? 0));
      case 'attachmentOptionsChanged':
        return this.#setOptions(message.id, message.options);
      case 'offerTaken':
        return await this.#takeOffer(message.id, message.offer);
      case 'passwordGiven':
        return tray.unlock(message.id, message.password);
      case 'changedFileChosen':
        return await this.#settleChange(message.id, message.use);
      case 'attachmentRetried':
        return tray.retry(message.id);
      case 'urlAttached':
        return await this.#options.attachUrl(message.url, message.how);
      case 'blobRequested':
        return await this.#sendBlob(message.sha256);
    }
  }

  dispose(): void {
    this.#settleClipboardRequest(false);
  }

  #setOptions(id: string, options: AttachmentOptions): void {
    const { tray, notify } = this.#options;
    const attachment = tray.attachment(id);
    const checked = attachment && checkOptions(attachment, options);
    if (checked?.status === 'refused') {
      notify(checked.reason);
    } else if (checked) {
      tray.setOptions(id, checked.options);
    }
  }

  async #takeOffer(id: string, offer: Offer): Promise<void> {
    const { tray, selectModel } = this.#options;
    if (offer === 'otherModel') {
      await selectModel();
    } else {
      tray.substitute(id, offer);
    }
  }

  async #settleChange(id: string, use: 'attached' | 'current'): Promise<void> {
    const { tray, notify } = this.#options;
    const attachment = tray.attachment(id);
    const origin = attachment?.origin;
    if (use === 'attached' || origin === undefined) {
      return tray.acceptFile(id);
    }
    const { files, problems } = await readUris([vscode.Uri.parse(origin)]);
    const [file] = files;
    if (file) {
      tray.replaceFile(id, file);
      if (attachment?.kind === 'image' && attachment.edited) {
        notify(t('What you had changed in {0} is gone: the file is another picture now.', file.name));
      }
    } else {
      notify(problems.join(' '));
    }
  }

  #settleClipboardRequest(found: boolean): void {
    this.#answerClipboardRequest?.(found);
    this.#answerClipboardRequest = undefined;
  }

  async #withAttachment(id: string, open: (attachment: Attachment) => Promise<void>): Promise<void> {
    const attachment = await this.#options.shown.find(id);
    if (attachment) {
      await open(attachment);
    }
  }

  async #sendBlob(sha256: string): Promise<void> {
    const message = await this.#options.shown.blob(sha256);
    if (message) {
      this.#options.post(message);
    }
  }
}

/** Names at most two of those that were left out. */
function tooMany(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) {
    return t(
      'One question takes {0} attachments at most: {1} is not attached. Send these first.',
      MAX_ATTACHMENTS,
      first,
    );
  }
  return names.length === 2
    ? t(
        'One question takes {0} attachments at most: {1} and {2} are not attached. Send these first.',
        MAX_ATTACHMENTS,
        first,
        second,
      )
    : t(
        'One question takes {0} attachments at most: {1}, {2} and {3} more are not attached. Send these first.',
        MAX_ATTACHMENTS,
        first,
        second,
        names.length - 2,
      );
}
