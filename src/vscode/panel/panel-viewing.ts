import type { AttachmentServices } from '../../attachments/attachment-services';
import { viewablePicture } from '../../attachments/image/viewable-picture';
import { MediaError } from '../../media-process/media-service';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import { t } from '@vscode/l10n';
import { savePicture } from './save-picture';
import type { ShownAttachments } from './shown-attachments';

/** What the page says about pictures that are looked at in all their pixels. */
export type ViewingMessage = Extract<PanelMessage, { type: 'pictureRequested' | 'pictureSaved' }>;

export interface PanelViewingOptions {
  readonly shown: ShownAttachments;
  readonly services: Pick<AttachmentServices, 'media' | 'blobs' | 'derived'>;
  readonly post: (message: HostMessage) => unknown;
}

/** Gives a panel's page the pictures that it shows large. */
export class PanelViewing implements Disposable {
  readonly #options: PanelViewingOptions;
  readonly #closed = new AbortController();

  constructor(options: PanelViewingOptions) {
    this.#options = options;
  }

  async handle(message: ViewingMessage): Promise<void> {
    switch (message.type) {
      case 'pictureRequested':
        return await this.#find(message);
      case 'pictureSaved':
        return await savePicture(message);
    }
  }

  dispose(): void {
    this.#closed.abort();
  }

  /** The page always gets an answer. */
  async #find({ id, part }: { readonly id: string; readonly part?: number }): Promise<void> {
    const { shown, services, post } = this.#options;
    const asked = { id, ...(part !== undefined && { part }) };
    const attachment = await shown.find(id);
    const wanted = attachment && pictureOf(attachment, part);
    if (!wanted) {
      post({ type: 'pictureMissing', ...asked, reason: t('It is not in the chat any more.') });
      return;
    }
    try {
      const picture = await viewablePicture(wanted, { ...services, signal: this.#closed.signal });
      shown.allow([picture]);
      post({ type: 'pictureFound', ...asked, picture });
    } catch (error) {
      const reason =
        error instanceof MediaError
          ? error.message
          : t("It can't be read from where Iris keeps it. Attach the picture again.");
      post({ type: 'pictureMissing', ...asked, reason });
      if (!(error instanceof MediaError)) {
        throw error;
      }
    }
  }
}

/** A picture itself, a part of what is sent, or the small picture of anything else. */
function pictureOf(attachment: Attachment, index: number | undefined): ImageReference | undefined {
  if (index !== undefined) {
    const part = attachment.parts[index];
    return part?.type === 'image' ? part.blob : undefined;
  }
  return attachment.kind === 'image' ? (attachment.edited?.picture ?? attachment.source) : attachment.thumbnail;
}
