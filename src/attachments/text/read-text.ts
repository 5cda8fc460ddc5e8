import type { TextAttachment } from '../../shared/attachment/attachment';
import { MAX_TEXT_BYTES } from '../../shared/limits';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import type { NewAttachment } from '../new-attachment';
import { decodeText, type TextEncoding } from '../text-encoding';
import { attachedText } from './attached-text';
import { textPlan } from './plan-text';

/** A text of any encoding, kept as UTF-8. */
export async function readText(
  file: NewAttachment,
  encoding: TextEncoding,
  { id, blobs, signal }: Pick<PrepareContext, 'id' | 'blobs'> & Partial<Pick<PrepareContext, 'signal'>>,
): Promise<TextAttachment> {
  const { name, bytes, origin, languageId = 'plaintext', lines } = file;
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    throw new AttachmentError(
      'textTooLong',
      name,
      `It has more than ${MAX_TEXT_BYTES / 1024} KB of text. Open it, select the part you want to ask about, and attach the selection.`,
    );
  }
  const text = decodeText(bytes, encoding);
  if (text === undefined) {
    throw new AttachmentError('unsupportedFormat', name, 'It is a binary file. Attach a screenshot of what it shows.');
  }
  const source = await blobs.put(Buffer.from(text), 'text/plain');
  const sent = attachedText({ name, languageId, ...(lines && { lines }) }, text);
  const part = await blobs.put(Buffer.from(sent), 'text/plain');
  signal?.throwIfAborted();
  return {
    kind: 'text',
    id,
    name,
    ...(origin !== undefined && { origin }),
    source,
    languageId,
    ...(lines && { lines }),
    parts: [{ type: 'text', blob: part }],
    preparedAs: JSON.stringify(textPlan),
    reasons: [],
  };
}
