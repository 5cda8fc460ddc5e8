import { t } from '@vscode/l10n';
import { AttachmentError } from '../../attachments/attachment-error';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { applyEdit, restoreOriginal } from '../../attachments/image/apply-edit';
import { basePicture } from '../../attachments/image/base-picture';
import { withUnsavedEdit } from '../../attachments/image/edited-picture';
import type { Tray } from '../../attachments/tray';
import type { ImageAttachment } from '../../shared/attachment/attachment';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { PanelDrafts } from './panel-drafts';
import type { ShownAttachments } from './shown-attachments';

/** What the page says about pictures that are edited before they are sent. */
export type PictureMessage = Extract<
  PanelMessage,
  { type: 'basePictureRequested' | 'pictureEditChanged' | 'pictureEditSaved' | 'pictureRestored' }
>;

export interface PanelPicturesOptions {
  readonly tray: Pick<Tray, 'items' | 'onChange'>;
  readonly drafts: Pick<PanelDrafts, 'attachment' | 'update'>;
  readonly shown: ShownAttachments;
  readonly services: Pick<AttachmentServices, 'media' | 'blobs' | 'derived'>;
  /** Waits for the page where there is none yet. */
  readonly post: (message: HostMessage) => void;
}

/** The host's side of the picture editor: gives the page the pixels, takes what was made of them. */
export class PanelPictures implements Disposable {
  readonly #options: PanelPicturesOptions;
  readonly #closed = new AbortController();
  /** For pictures that are still to be read. */
  readonly #waiting = new Set<Disposable>();

  constructor(options: PanelPicturesOptions) {
    this.#options = options;
  }

  async handle(message: PictureMessage): Promise<void> {
    const { drafts } = this.#options;
    switch (message.type) {
      case 'basePictureRequested':
        return await this.#sendBase(message.id);
      case 'pictureEditChanged': {
        const attachment = this.#find(message.id);
        return attachment && drafts.update(withUnsavedEdit(attachment, message.edit));
      }
      case 'pictureEditSaved':
        return await this.#settle(message.id, (attachment, services) => applyEdit(attachment, message, services));
      case 'pictureRestored':
        return await this.#settle(message.id, restoreOriginal);
    }
  }

  /** Shows an attachment in the editor as soon as it is known to be a picture. */
  openWhenRead(id: string): void {
    const { tray, post } = this.#options;
    const look = (): void => {
      const item = tray.items.find((candidate) => candidate.id === id);
      const isRead = item?.attachment !== undefined;
      if (!item || isRead || item.status === 'failed') {
        listening.dispose();
        this.#waiting.delete(listening);
        if (item?.attachment?.kind === 'image') {
          post({ type: 'pictureEditorOpened', id });
        }
      }
    };
    const listening = tray.onChange(look);
    this.#waiting.add(listening);
    look();
  }

  dispose(): void {
    this.#closed.abort();
    this.#waiting.forEach((listening) => listening.dispose());
  }

  /** The editor saves what was made of a picture when its chat is left: it may be in the draft of another one by then. */
  #find(id: string): ImageAttachment | undefined {
    const attachment = this.#options.drafts.attachment(id);
    return attachment?.kind === 'image' ? attachment : undefined;
  }

  /** The page always gets an answer. */
  async #sendBase(id: string): Promise<void> {
    const { shown, services, post } = this.#options;
    const attachment = this.#find(id);
    if (!attachment) {
      post({ type: 'basePictureMissing', id, reason: t('It is not attached any more.') });
      return;
    }
    try {
      const picture = await basePicture(attachment, { ...services, signal: this.#closed.signal });
      // As it was before anything was covered: it leaves with the question no more than the page keeps it.
      shown.allow([picture], () => this.#find(id) !== undefined);
      post({ type: 'basePictureFound', id, picture });
    } catch (error) {
      const isExpected = error instanceof AttachmentError;
      const reason = isExpected
        ? error.message
        : t("It can't be read from where Iris keeps it. Attach the picture again.");
      post({ type: 'basePictureMissing', id, reason });
      if (!isExpected) {
        throw error;
      }
    }
  }

  /** What was chosen for the picture meanwhile is kept. The page always gets an answer. */
  async #settle(
    id: string,
    make: (attachment: ImageAttachment, services: Services) => Promise<ImageAttachment>,
  ): Promise<void> {
    const { drafts, services, post } = this.#options;
    const gone = t('It is not attached any more.');
    const attachment = this.#find(id);
    if (!attachment) {
      post({ type: 'pictureEditSettled', id, problem: gone });
      return;
    }
    try {
      const made = await make(attachment, { ...services, signal: this.#closed.signal });
      const now = this.#find(id);
      if (now) {
        const { options, instead } = now;
        drafts.update({ ...made, options, ...(instead && { instead }) });
      }
      post({ type: 'pictureEditSettled', id, ...(!now && { problem: gone }) });
    } catch (error) {
      const isExpected = error instanceof AttachmentError;
      const problem = isExpected ? error.message : t('The edited picture could not be stored. Try again.');
      post({ type: 'pictureEditSettled', id, problem });
      if (!isExpected) {
        throw error;
      }
    }
  }
}

type Services = PanelPicturesOptions['services'] & { readonly signal: AbortSignal };
