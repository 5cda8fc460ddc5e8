import { binaryName } from './binary-name';
import { imageMediaType } from './image-media-type';
import { textEncoding } from './text-encoding';
import type { TextEncoding } from './text-encoding';

/** What bytes are, told by the bytes alone: a file name is no evidence. */
export type SniffedFile =
  | { readonly kind: 'empty' }
  | { readonly kind: 'image'; readonly mediaType: string }
  | { readonly kind: 'text'; readonly encoding: TextEncoding }
  /** Something that can't be attached; `name` as in "a PDF document". */
  | { readonly kind: 'other'; readonly name: string };

export function sniff(bytes: Uint8Array): SniffedFile {
  if (bytes.length === 0) {
    return { kind: 'empty' };
  }
  const mediaType = imageMediaType(bytes);
  if (mediaType !== undefined) {
    return { kind: 'image', mediaType };
  }
  const name = binaryName(bytes);
  if (name !== undefined) {
    return { kind: 'other', name };
  }
  const encoding = textEncoding(bytes);
  return encoding ? { kind: 'text', encoding } : { kind: 'other', name: 'a binary file' };
}
