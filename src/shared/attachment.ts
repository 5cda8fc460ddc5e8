import type { BlobReference, ImageReference } from './blob';

/** Something the person attached, ready to be sent. It is stored with the message that carries it. */
export type Attachment = ImageAttachment | TextAttachment;

interface AttachmentBase {
  readonly id: string;
  /** File name or title as the person knows it. */
  readonly name: string;
  /** URI of the file it was read from; absent for pasted pictures and screenshots. */
  readonly origin?: string;
}

export interface ImageAttachment extends AttachmentBase {
  readonly kind: 'image';
  /** The bytes as they were attached. */
  readonly source: ImageReference;
  /** The bytes that are sent: what the person can look at beforehand is exactly this blob. */
  readonly prepared: ImageReference;
  readonly thumbnail: ImageReference;
}

export interface TextAttachment extends AttachmentBase {
  readonly kind: 'text';
  /** UTF-8 text, sent as it is. */
  readonly source: BlobReference;
  /** VS Code language identifier, used for the code fence. */
  readonly languageId: string;
  /** One-based, inclusive lines when only a selection was attached. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** An attachment in the composer's tray, from the moment it arrives until it is sent. */
export type TrayItem =
  | { readonly status: 'preparing'; readonly id: string; readonly name: string }
  | { readonly status: 'ready'; readonly id: string; readonly name: string; readonly attachment: Attachment }
  | { readonly status: 'failed'; readonly id: string; readonly name: string; readonly reason: string };
