import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { AnswerMessage } from '../../shared/conversation';
import { MAX_PLAYED_BYTES } from '../../shared/limits';
import type { HostMessage } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import type { ShownConversation } from './shown-conversation';

export function readyAttachments(tray: Tray): readonly Attachment[] {
  return tray.items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
}

/** The attachments and spoken answers that a panel shows: its page can name no others. */
export class ShownAttachments {
  readonly #tray: Tray;
  readonly #shown: ShownConversation;
  readonly #blobs: BlobStore;
  /** Pictures that were made for the page alone, by their hash. */
  readonly #pictures = new Map<string, AllowedPicture>();

  constructor({ tray, shown, blobs }: { tray: Tray; shown: ShownConversation; blobs: BlobStore }) {
    this.#tray = tray;
    this.#shown = shown;
    this.#blobs = blobs;
  }

  /** What is called how in the tray, also what can't be read, and in the chat. */
  get names(): readonly string[] {
    const { messages } = this.#shown.current?.state ?? { messages: [] };
    const sent = messages.flatMap((message) => (message.role === 'user' ? message.attachments : []));
    return [...this.#tray.items, ...sent].map(({ name }) => name);
  }

  async find(id: string): Promise<Attachment | undefined> {
    return (await this.#all()).find((attachment) => attachment.id === id);
  }

  /**
   * The page may have these pictures too.
   *
   * @param isAllowed for how long; else as long as another chat is not shown
   */
  allow(pictures: readonly BlobReference[], isAllowed?: () => boolean): void {
    pictures.forEach((blob) => this.#pictures.set(blob.sha256, { blob, isAllowed }));
  }

  /** Another chat is shown. A picture that is still being saved in the one before is drawn from its pixels yet. */
  forgetPictures(): void {
    for (const [sha256, { isAllowed }] of this.#pictures) {
      if (!isAllowed?.()) {
        this.#pictures.delete(sha256);
      }
    }
  }

  /** The sound of an answer. */
  async sound(messageId: string): Promise<BlobReference | undefined> {
    return (await this.#answers()).find(({ id }) => id === messageId)?.spoken?.sound;
  }

  /** The bytes of a sound or a video as it was attached, which the page may play. */
  async recording(sha256: string): Promise<BlobReference | undefined> {
    const found = (await this.#all()).find(
      (attachment) =>
        (attachment.kind === 'audio' || attachment.kind === 'video') && attachment.source.sha256 === sha256,
    );
    return found && 'source' in found ? found.source : undefined;
  }

  /** The page gets small pictures of what it shows, and what it plays, and no other bytes. */
  async blob(sha256: string): Promise<Extract<HostMessage, { type: 'blobLoaded' }> | undefined> {
    const thumbnails = (await this.#all()).flatMap((item) => (item.thumbnail ? [item.thumbnail] : []));
    const sounds = (await this.#answers()).flatMap(({ spoken }) => (spoken ? [spoken.sound] : []));
    const picture = this.#pictures.get(sha256);
    const found =
      (picture && (picture.isAllowed?.() ?? true) ? picture.blob : undefined) ??
      [...thumbnails, ...sounds.filter(isPlayed)].find((blob) => blob.sha256 === sha256);
    // VS Code passes on plain byte arrays only: a Buffer would arrive as an object of numbers.
    return (
      found && {
        type: 'blobLoaded',
        sha256,
        mediaType: found.mediaType,
        bytes: new Uint8Array(await this.#blobs.get(sha256)),
      }
    );
  }

  async #answers(): Promise<readonly AnswerMessage[]> {
    const { state } = await this.#shown.get();
    return state.messages.filter((message) => message.role === 'assistant');
  }

  async #all(): Promise<readonly Attachment[]> {
    const { state } = await this.#shown.get();
    return [
      ...this.#tray.attachments,
      ...state.messages.flatMap((message) => (message.role === 'user' ? message.attachments : [])),
    ];
  }
}

interface AllowedPicture {
  readonly blob: BlobReference;
  readonly isAllowed: (() => boolean) | undefined;
}

function isPlayed({ mediaType, byteLength }: BlobReference): boolean {
  return mediaType.startsWith('audio/') && byteLength <= MAX_PLAYED_BYTES;
}
