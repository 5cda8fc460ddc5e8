import type { AttachmentServices } from '../../attachments/attachment-services';
import { comparePictures } from '../../attachments/image/compare-pictures';
import { viewablePicture } from '../../attachments/image/viewable-picture';
import { MediaError } from '../../media-process/media-service';
import type { Attachment, ImageAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import { t } from '@vscode/l10n';
import { savePicture } from './save-picture';
import type { ShownAttachments } from './shown-attachments';

/** What the page says about pictures that are looked at in all their pixels. */
export type ViewingMessage = Extract<
  PanelMessage,
  { type: 'pictureRequested' | 'pictureSaved' | 'comparisonRequested' }
>;

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
      case 'comparisonRequested':
        return await this.#compare(message);
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
      post({ type: 'pictureMissing', ...asked, reason: reasonOf(error) });
      if (!(error instanceof MediaError)) {
        throw error;
      }
    }
  }

  /** The page always gets an answer. */
  async #compare({ first, second }: { readonly first: string; readonly second: string }): Promise<void> {
    const { shown, services, post } = this.#options;
    const fail = (reason: string): unknown => post({ type: 'comparisonFailed', first, second, reason });
    const picture = await shown.find(first);
    const other = await shown.find(second);
    if (picture?.kind !== 'image' || other?.kind !== 'image') {
      fail(t('It is not in the chat any more.'));
      return;
    }
    const unsaved = [picture, other].find(({ unsavedEdit }) => unsavedEdit !== undefined);
    if (unsaved) {
      // What is being covered would be seen in the difference.
      fail(t('{0} has changes that are not saved. Save or discard them in the picture editor.', unsaved.name));
      return;
    }
    try {
      const comparison = await comparePictures(asEdited(picture), asEdited(other), {
        ...services,
        signal: this.#closed.signal,
      });
      shown.allow([comparison.difference]);
      post({ type: 'comparisonMade', first, second, comparison });
    } catch (error) {
      fail(reasonOf(error));
      if (!(error instanceof MediaError)) {
        throw error;
      }
    }
  }
}

/** Why a picture can't be shown or compared, as a sentence. */
function reasonOf(error: unknown): string {
  return error instanceof MediaError
    ? error.message
    : t("It can't be read from where Iris keeps it. Attach the picture again.");
}

/** A picture itself, a part of what is sent, or the small picture of anything else. */
function pictureOf(attachment: Attachment, index: number | undefined): ImageReference | undefined {
  if (index !== undefined) {
    const part = attachment.parts[index];
    return part?.type === 'image' ? part.blob : undefined;
  }
  return attachment.kind === 'image' ? asEdited(attachment) : attachment.thumbnail;
}

function asEdited({ edited, source }: ImageAttachment): ImageReference {
  return edited?.picture ?? source;
}
