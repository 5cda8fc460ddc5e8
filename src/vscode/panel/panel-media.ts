import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import type { PageDecoding } from './page-decoding';
import type { PanelPages } from './panel-pages';
import { sendRecording } from './send-recording';
import type { ShownAttachments } from './shown-attachments';

/** What the page says about the inside of attachments: their pages, sounds and frames. */
export type MediaMessage = Extract<
  PanelMessage,
  { type: 'attachmentPageOpened' | 'pagesRequested' | 'mediaRequested' | 'decodingFinished' }
>;

export interface PanelMediaOptions {
  readonly shown: ShownAttachments;
  readonly decoding: PageDecoding;
  readonly pages: PanelPages;
  readonly blobs: BlobStore;
  /** Resolves to whether the page has it. */
  readonly post: (message: HostMessage) => PromiseLike<boolean>;
}

/** Gives a panel's page what it shows and plays of attachments. */
export class PanelMedia {
  readonly #options: PanelMediaOptions;

  constructor(options: PanelMediaOptions) {
    this.#options = options;
  }

  handle(message: MediaMessage): Promise<void> {
    switch (message.type) {
      case 'decodingFinished':
        this.#options.decoding.finish(message.requestId, message.outcome);
        return Promise.resolve();
      case 'mediaRequested':
        return this.#sendRecording(message.sha256);
      case 'attachmentPageOpened':
        return this.#options.pages.open(message.id, message.page);
      case 'pagesRequested':
        return this.#options.pages.show(message.id, message.pages);
    }
  }

  async #sendRecording(sha256: string): Promise<void> {
    const { shown, decoding, blobs, post } = this.#options;
    const recording = decoding.source(sha256) ?? (await shown.recording(sha256));
    await sendRecording(sha256, { recording, blobs, post });
  }
}
