import { t } from '@vscode/l10n';
import type { TextAttachment } from '../../shared/attachment/attachment';
import { language } from '../../shared/language';
import { MAX_TEXT_BYTES } from '../../shared/limits';
import { sha256Of } from '../../store/sha256';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import type { NewAttachment } from '../new-attachment';
import { nameOfPlan } from '../planned';
import { decodeText, type TextEncoding } from '../text-encoding';
import { attachedText } from './attached-text';
import { cutText, leftOutLine, type CutText } from './cut-text';
import { textPlan } from './plan-text';

type Context = Pick<PrepareContext, 'id' | 'blobs'> & Partial<Pick<PrepareContext, 'signal'>>;

/** A text of any encoding, kept as UTF-8. Of one that is too long for any model, its beginning and its end. */
export async function readText(
  file: NewAttachment,
  encoding: TextEncoding,
  { id, blobs, signal }: Context,
): Promise<TextAttachment> {
  const { name, bytes, origin, isWholeFile, lines } = file;
  const languageId = file.languageId ?? file.languageOfName ?? 'plaintext';
  const { text, wholeBytes, reasons } = await shortened(file, encoding, signal);
  const source = await blobs.put(Buffer.from(text), 'text/plain');
  const sent = attachedText({ name, languageId, ...(lines && { lines }) }, text);
  const part = await blobs.put(Buffer.from(sent), 'text/plain');
  const fileSha256 = isWholeFile ? await sha256Of(bytes) : undefined;
  signal?.throwIfAborted();
  return {
    kind: 'text',
    id,
    name,
    ...(origin !== undefined && { origin }),
    ...(fileSha256 !== undefined && { fileSha256 }),
    source,
    ...(wholeBytes !== undefined && { wholeBytes }),
    languageId,
    ...(lines && { lines }),
    parts: [{ type: 'text', blob: part }],
    preparedAs: nameOfPlan(textPlan),
    reasons,
  };
}

async function shortened(
  { name, bytes }: NewAttachment,
  encoding: TextEncoding,
  signal: AbortSignal | undefined,
): Promise<{ readonly text: string; readonly wholeBytes?: number; readonly reasons: readonly string[] }> {
  if (bytes.byteLength <= MAX_TEXT_BYTES) {
    return { text: decoded(name, bytes, encoding), reasons: [] };
  }
  const isWide = encoding.startsWith('utf-16');
  const narrow = isWide ? Buffer.from(decoded(name, bytes, encoding)) : bytes;
  const cut = await cutText(narrow, signal);
  const [head, tail] = [cut.head, cut.tail].map((part) => decoded(name, part, isWide ? 'utf-8' : encoding));
  return {
    text: `${head}${head?.endsWith('\n') ? '' : '\n'}${leftOutLine(cut)}${tail}`,
    wholeBytes: narrow.byteLength,
    reasons: [
      leftOutReason(cut),
      t('For another part, open it, select what you want to ask about, and attach the selection.'),
    ],
  };
}

function decoded(name: string, bytes: Uint8Array, encoding: TextEncoding): string {
  const text = decodeText(bytes, encoding);
  if (text === undefined) {
    throw new AttachmentError(
      'unsupportedFormat',
      name,
      t('It is a binary file. Attach a screenshot of what it shows.'),
    );
  }
  return text;
}

function leftOutReason({ leftOutBytes, leftOutLines }: CutText): string {
  const megabytes = (leftOutBytes / 1024 / 1024).toLocaleString(language(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  });
  return leftOutLines > 1
    ? t(
        'It is too long to be sent whole: {0} lines ({1} MB) in its middle are left out.',
        leftOutLines.toLocaleString(language()),
        megabytes,
      )
    : t('It is too long to be sent whole: {0} MB in its middle are left out.', megabytes);
}
