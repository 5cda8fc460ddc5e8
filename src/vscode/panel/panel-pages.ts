import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { CachedPdf } from '../../attachments/pdf/cached-pdf';
import { pageThumbnailPlan, readingPlan } from '../../attachments/pdf/page-picture-plan';
import { MediaError } from '../../media-process/media-service';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { HostMessage, PagePicture } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import { blobUri } from '../blobs/blob-uri';
import type { ShownAttachments } from './shown-attachments';

/** Pages drawn for one request of the page; it asks for those that are in sight. */
const maxPages = 24;

export interface PanelPagesOptions {
  readonly shown: ShownAttachments;
  readonly services: Pick<AttachmentServices, 'media' | 'blobs' | 'derived' | 'passwords'>;
  readonly post: (message: HostMessage) => unknown;
}

/** Pages of PDFs: small pictures to choose them by, and one at a time to be looked at. */
export class PanelPages implements Disposable {
  readonly #options: PanelPagesOptions;
  readonly #closed = new AbortController();

  constructor(options: PanelPagesOptions) {
    this.#options = options;
  }

  /** Sends small pictures of one-based pages; those that can't be drawn are left out. The page always gets an answer. */
  async show(id: string, pages: readonly number[]): Promise<void> {
    const { shown, post } = this.#options;
    let found: readonly PagePicture[] = [];
    try {
      const pdf = await this.#find(id);
      const wanted = pages.filter((page) => pdf && hasPage(pdf, page)).slice(0, maxPages);
      found = pdf ? await this.#drawSmall(pdf, wanted) : [];
      shown.allow(found.map(({ picture }) => picture));
    } finally {
      // It asks for nothing else before.
      post({ type: 'pagesShown', id, pages: found });
    }
  }

  /** Opens a sharp picture of a page in VS Code's own viewer. */
  async open(id: string, page: number): Promise<void> {
    const pdf = await this.#find(id);
    if (!pdf || !hasPage(pdf, page)) {
      return;
    }
    const name = `${pdf.name} - page ${page}.png`;
    try {
      const { pictures, failure } = await this.#read(pdf).pictures([page], readingPlan);
      const picture = pictures.get(page);
      if (picture) {
        await vscode.commands.executeCommand('vscode.open', blobUri(picture, name), { preview: true });
      } else if (failure) {
        throw failure;
      }
    } catch (error) {
      if (!(error instanceof MediaError)) {
        throw error;
      }
      const text = t('Page {0} of "{1}" can\'t be shown. {2}', page, pdf.name, error.message);
      this.#options.post({ type: 'noticeShown', text });
    }
  }

  dispose(): void {
    this.#closed.abort();
  }

  async #drawSmall(pdf: PdfAttachment, pages: readonly number[]): Promise<readonly PagePicture[]> {
    try {
      const { pictures } = await this.#read(pdf).pictures(pages, pageThumbnailPlan);
      return [...pictures].map(([page, picture]) => ({ page, picture }));
    } catch (error) {
      // An encrypted file whose password is forgotten by now. Its pages can be chosen by their numbers too.
      if (error instanceof MediaError) {
        return [];
      }
      throw error;
    }
  }

  async #find(id: string): Promise<PdfAttachment | undefined> {
    const attachment = await this.#options.shown.find(id);
    return attachment?.kind === 'pdf' ? attachment : undefined;
  }

  #read(pdf: PdfAttachment): CachedPdf {
    return new CachedPdf(pdf, { ...this.#options.services, signal: this.#closed.signal });
  }
}

function hasPage({ pageCount }: PdfAttachment, page: number): boolean {
  return page >= 1 && page <= pageCount;
}
