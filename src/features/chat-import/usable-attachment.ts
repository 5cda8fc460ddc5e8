import { checkOptions } from '../../attachments/check-options';
import { sniff } from '../../attachments/sniff';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import { isAttachment } from '../../store/attachment-guard';
import { blobsIn } from '../chat-export/chat-json';
import { sharedAttachment } from '../chat-export/chat-file';
import type { ImportedMedia } from './read-chats';

/**
 * An attachment of a file from elsewhere as it may be kept; undefined where it is none, its bytes are not in the file, or
 * they are not what is said of them. A file can't name what is stored here already.
 */
export function usableAttachment(value: unknown, media: ReadonlyMap<string, ImportedMedia>): Attachment | undefined {
  if (!isAttachment(value) || !/^[\w-]{1,100}$/.test(value.id)) {
    return undefined;
  }
  const attachment = sharedAttachment(value);
  const isUsable =
    hasValidOptions(attachment) &&
    urlsOf(attachment).every((url) => /^https?:\/\//i.test(url)) &&
    blobsIn(attachment).every((blob) => isAsSaid(blob, media));
  return isUsable ? attachment : undefined;
}

/** Whether the file holds a blob, and as what it is named. */
export function isAsSaid(
  { sha256, mediaType, byteLength }: BlobReference,
  media: ReadonlyMap<string, ImportedMedia>,
): boolean {
  const found = media.get(sha256);
  if (found?.bytes.byteLength !== byteLength || found.mediaType !== mediaType) {
    return false;
  }
  const sniffed = sniff(found.bytes);
  switch (sniffed.kind) {
    case 'empty':
    case 'text':
      return mediaType.startsWith('text/') || mediaType === 'application/x-ipynb+json';
    case 'other':
      return false;
    case 'image':
    case 'pdf':
    case 'audio':
    case 'video':
    case 'document':
      return sniffed.mediaType === mediaType;
  }
}

function hasValidOptions(attachment: Attachment): boolean {
  return attachment.kind === 'text' || checkOptions(attachment, attachment.options).status === 'valid';
}

function urlsOf(attachment: Attachment): readonly string[] {
  const own = attachment.kind === 'link' ? [attachment.url] : [];
  return [...own, ...attachment.parts.flatMap((part) => (part.type === 'link' ? [part.url] : []))];
}
