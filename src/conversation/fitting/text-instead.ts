import type { Attachment } from '../../shared/attachment/attachment';

/** Text that was already made of what an attachment shows or says; undefined where there is none. Nothing is made now. */
export function textInstead(attachment: Attachment): string | undefined {
  return attachment.kind === 'audio' || attachment.kind === 'video' ? attachment.options.transcript : undefined;
}
