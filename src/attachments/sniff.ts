import { t } from '@vscode/l10n';
import { binaryName } from './binary-name';
import { documentType } from './document/document-type';
import { imageMediaType } from '../media-process/media-type/image-media-type';
import { recordingType } from '../media-process/media-type/recording-type';
import { startsWith } from '../util/bytes';
import { textEncoding } from './text-encoding';
import type { TextEncoding } from './text-encoding';

/** What bytes are, told by the bytes: a file name is no evidence, except for what kind of JSON a notebook is. */
export type SniffedFile =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly encoding: TextEncoding }
  | { readonly kind: 'image' | 'pdf' | 'audio' | 'video' | 'document'; readonly mediaType: string }
  /** Something that can't be attached; `name` as in "a RAR archive". */
  | { readonly kind: 'other'; readonly name: string };

export function sniff(bytes: Uint8Array, fileName = ''): SniffedFile {
  if (bytes.length === 0) {
    return { kind: 'empty' };
  }
  const image = imageMediaType(bytes);
  if (image !== undefined) {
    return { kind: 'image', mediaType: image };
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    return { kind: 'pdf', mediaType: 'application/pdf' };
  }
  const recording = recordingType(bytes);
  if (recording !== undefined) {
    return { kind: recording.startsWith('audio/') ? 'audio' : 'video', mediaType: recording };
  }
  const document = documentType(bytes, fileName);
  if (document !== undefined) {
    return { kind: 'document', mediaType: document };
  }
  const name = binaryName(bytes);
  if (name !== undefined) {
    return { kind: 'other', name };
  }
  const encoding = textEncoding(bytes);
  return encoding ? { kind: 'text', encoding } : { kind: 'other', name: t('a binary file') };
}
