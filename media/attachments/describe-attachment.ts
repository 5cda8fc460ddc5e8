import type { Attachment } from '../../src/shared/attachment/attachment';
import { formatBytes, formatPixels } from '../format/format-size';

/** What will be, or was, sent: pixels and bytes of the prepared picture, or lines and bytes of the text. */
export function describeAttachment(attachment: Attachment): string {
  const bytes = attachment.parts.reduce((sum, part) => sum + ('blob' in part ? part.blob.byteLength : 0), 0);
  const size = formatBytes(bytes);
  const [first] = attachment.parts;
  if (first?.type === 'image' && attachment.parts.length === 1) {
    return `${formatPixels(first.blob)} · ${size}`;
  }
  if (attachment.kind !== 'text' || !attachment.lines) {
    return size;
  }
  const { lines } = attachment;
  return lines.first === lines.last ? `line ${lines.first} · ${size}` : `lines ${lines.first}–${lines.last} · ${size}`;
}
