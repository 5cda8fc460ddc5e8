import type { Attachment } from '../shared/attachment/attachment';

/** SHA-256 of every blob that an attachment needs. */
export function blobsOf(attachment: Attachment): readonly string[] {
  const source = attachment.kind === 'link' ? [] : [attachment.source];
  const edited = attachment.kind === 'image' && attachment.edited ? [attachment.edited.picture] : [];
  const thumbnail = attachment.thumbnail ? [attachment.thumbnail] : [];
  const parts = attachment.parts.flatMap((part) => (part.type === 'link' ? [] : [part.blob]));
  return [...source, ...edited, ...thumbnail, ...parts].map(({ sha256 }) => sha256);
}

/** SHA-256 of the blobs that an attachment needs and what takes its place does not: of the original of what was redacted. */
export function replacedBlobs(before: Attachment, after: Attachment): readonly string[] {
  const needed = new Set(blobsOf(after));
  return blobsOf(before).filter((sha256) => !needed.has(sha256));
}
