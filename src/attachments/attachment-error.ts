import type { MediaErrorKind } from '../media-process/media-service';

export type AttachmentErrorKind = MediaErrorKind | 'textTooLong';

/** A file that can't be attached. The message names it and says why, and what to do instead. */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly kind: AttachmentErrorKind;

  constructor(kind: AttachmentErrorKind, fileName: string, reason: string) {
    super(`"${fileName}" can't be attached. ${reason}`);
    this.kind = kind;
  }
}
