import type { Attachment } from '../../src/shared/attachment';
import { formatBytes, formatPixels } from '../format/format-size';

/** What will be, or was, sent: pixels and bytes of the prepared picture, or lines and bytes of the text. */
export function describeAttachment(attachment: Attachment): string {
  if (attachment.kind === 'image') {
    return `${formatPixels(attachment.prepared)} · ${formatBytes(attachment.prepared.byteLength)}`;
  }
  const size = formatBytes(attachment.source.byteLength);
  const { lines } = attachment;
  if (!lines) {
    return size;
  }
  return lines.first === lines.last ? `line ${lines.first} · ${size}` : `lines ${lines.first}–${lines.last} · ${size}`;
}
