import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment';
import type { HostMessage } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import type { ShownConversation } from './shown-conversation';

export function readyAttachments(tray: Tray): readonly Attachment[] {
  return tray.items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
}

/** The attachments that a panel shows: its page can name no others. */
export class ShownAttachments {
  readonly #tray: Tray;
  readonly #shown: ShownConversation;
  readonly #blobs: BlobStore;

  constructor({ tray, shown, blobs }: { tray: Tray; shown: ShownConversation; blobs: BlobStore }) {
    this.#tray = tray;
    this.#shown = shown;
    this.#blobs = blobs;
  }

  async find(id: string): Promise<Attachment | undefined> {
    return (await this.#all()).find((attachment) => attachment.id === id);
  }

  /** The page gets small pictures of what it shows, and no other bytes. */
  async thumbnail(sha256: string): Promise<Extract<HostMessage, { type: 'blobLoaded' }> | undefined> {
    for (const attachment of await this.#all()) {
      if (attachment.kind === 'image' && attachment.thumbnail.sha256 === sha256) {
        // VS Code passes on plain byte arrays only: a Buffer would arrive as an object of numbers.
        const bytes = new Uint8Array(await this.#blobs.get(sha256));
        return { type: 'blobLoaded', sha256, mediaType: attachment.thumbnail.mediaType, bytes };
      }
    }
    return undefined;
  }

  async #all(): Promise<readonly Attachment[]> {
    const { state } = await this.#shown.get();
    return [
      ...readyAttachments(this.#tray),
      ...state.messages.flatMap((message) => (message.role === 'user' ? message.attachments : [])),
    ];
  }
}
