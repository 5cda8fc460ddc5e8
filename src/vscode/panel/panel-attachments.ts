import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { freeName } from '../../attachments/free-name';
import type { NewAttachment } from '../../attachments/new-attachment';
import type { Tray } from '../../attachments/tray';
import { checkOptions } from '../../attachments/check-options';
import type { Attachment } from '../../shared/attachment/attachment';
import type { AttachmentOptions } from '../../shared/attachment/options';
import type { Offer } from '../../shared/attachment/tray-item';
import { MAX_ATTACHMENTS } from '../../shared/limits';
import type { HostMessage, PanelMessage, ReceivedFile } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { AttachOutcome } from '../attachments/attach-outcome';
import type { AttachPlace } from '../attachments/attach-url';
import { readUris } from '../attachments/read-uris';
import { inspectAttachment, openAttachment } from './open-attachment';
import type { DraftPlace } from './draft-place';
import type { PanelDrafts } from './panel-drafts';
import type { ShownAttachments } from './shown-attachments';

const messageTypes = [
  'attachRequested',
  'attachMenuRequested',
  'urisDropped',
  'filesReceived',
  'clipboardImageMissing',
  'attachmentRemoved',
  'trayEmptied',
  'trayRefilled',
  'attachmentsReordered',
  'attachmentOpened',
  'attachmentInspected',
  'attachmentOptionsChanged',
  'offerTaken',
  'passwordGiven',
  'changedFileChosen',
  'attachmentRetried',
  'urlAttached',
  'blobRequested',
] as const;

/** What the page says about attachments and their bytes. */
export type AttachmentMessage = Extract<PanelMessage, { type: (typeof messageTypes)[number] }>;

export function isAttachmentMessage(message: PanelMessage): message is AttachmentMessage {
  return messageTypes.some((type) => type === message.type);
}

export interface PanelAttachmentsOptions {
  readonly tray: Tray;
  readonly drafts: Pick<PanelDrafts, 'here' | 'empty' | 'refill' | 'text'>;
  readonly shown: ShownAttachments;
  readonly pickFiles: () => Promise<readonly vscode.Uri[]>;
  readonly showAttachMenu: () => Promise<AttachOutcome>;
  readonly selectModel: () => Promise<void>;
  readonly attachUrl: (url: string, how: 'fetch' | 'passOn', place: AttachPlace) => Promise<void>;
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

  /** @returns the identifiers of those for which there is room, as far as they are in the tray */
  add(files: readonly NewAttachment[], place = this.#options.drafts.here()): readonly string[] {
    return place.add(this.#fitting(files, place));
  }

  /** Reads files through VS Code, and of folders what the person chooses. */
  async addUris(uris: readonly vscode.Uri[], place = this.#options.drafts.here()): Promise<void> {
    const { files, problems } = await readUris(uris);
    this.add(files, place);
    if (problems.length > 0) {
      this.#options.notify(problems.join(' '));
    }
  }

  /** Attaches what is at an address; throws what stands in the way. */
  async addUrl(url: string, how: 'fetch' | 'passOn'): Promise<void> {
    const { attachUrl, drafts } = this.#options;
    const place = drafts.here();
    await attachUrl(url, how, {
      add: (files) => this.add(files, place),
      addAttachments: (attachments) => place.addAttachments(this.#fitting(attachments, place)),
    });
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
    const { tray, drafts, pickFiles } = this.#options;
    switch (message.type) {
      case 'attachRequested': {
        const place = drafts.here();
        return await this.addUris(await pickFiles(), place);
      }
      case 'attachMenuRequested':
        return await this.#chooseFromMenu();
      case 'urisDropped':
        return await this.addUris(message.uris.map((uri) => vscode.Uri.parse(uri)));
      case 'filesReceived':
        this.#settleClipboardRequest(true);
        this.add(this.#named(message.files));
        return;
      case 'clipboardImageMissing':
        return this.#settleClipboardRequest(false);
      case 'attachmentRemoved':
        return tray.remove(message.id);
      case 'trayEmptied':
        return drafts.empty();
      case 'trayRefilled':
        return drafts.refill();
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
        return await this.addUrl(message.url, message.how);
      case 'blobRequested':
        return await this.#sendBlob(message.sha256);
    }
  }

  dispose(): void {
    this.#settleClipboardRequest(false);
  }

  /** With names that tell apart what has none of its own, also from what waits to be asked. */
  #named(files: readonly ReceivedFile[]): readonly NewAttachment[] {
    const { shown, drafts } = this.#options;
    const taken = new Set([...shown.names, ...(drafts.text.waiting?.attached ?? [])]);
    return files.map(({ name, isNameGiven, bytes }) => {
      const free = isNameGiven === true ? freeName(name, taken) : name;
      taken.add(free);
      return { name: free, bytes };
    });
  }

  /** Those for which there is room; says of the others that they are left out. */
  #fitting<T extends { readonly name: string }>(added: readonly T[], place: DraftPlace): readonly T[] {
    const room = Math.max(MAX_ATTACHMENTS - place.count, 0);
    const leftOut = added.slice(room).map(({ name }) => name);
    if (leftOut.length > 0) {
      this.#options.notify(tooMany(leftOut));
    }
    return added.slice(0, room);
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

  async #chooseFromMenu(): Promise<void> {
    const { showAttachMenu, post } = this.#options;
    const outcome = await showAttachMenu();
    if (outcome.status === 'nothing') {
      post({ type: 'nothingAttached', reason: outcome.reason });
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
