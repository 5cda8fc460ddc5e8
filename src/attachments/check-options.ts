import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';

export type CheckedOptions =
  | { readonly status: 'valid'; readonly options: AttachmentOptions }
  /** As a sentence. */
  | { readonly status: 'refused'; readonly reason: string };

/** Whether options are those of the attachment's kind and within what it has. */
export function checkOptions(attachment: Attachment, options: AttachmentOptions): CheckedOptions {
  return attachment.kind === 'text'
    ? { status: 'refused', reason: 'A text has no options.' }
    : { status: 'valid', options };
}
