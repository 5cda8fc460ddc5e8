import { formatPageRange } from '../../shared/parse-page-range';
import type { Attachment, ImageAttachment, PdfAttachment, SentPart } from '../../shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../shared/blob';
import { chosenPages } from '../pdf/decide-pages';

/** What of an attachment is searched for secrets. */
export type Searched =
  /** One picture, which can be edited. */
  | { readonly type: 'picture'; readonly picture: ImageReference; readonly key: string }
  /** Frames or pages. */
  | { readonly type: 'pictures'; readonly pictures: readonly ImageReference[]; readonly key: string }
  | { readonly type: 'pages'; readonly pdf: PdfAttachment; readonly pages: readonly number[]; readonly key: string }
  | {
      readonly type: 'texts';
      readonly texts: readonly BlobReference[];
      /** Number of the first line, where lines are what the person knows the text by. */
      readonly firstLine?: number;
      readonly key: string;
    };

/**
 * What is to be searched before an attachment is sent; undefined where there is nothing that can be read. Equal keys are of
 * equal content: what the person said of one holds for the other.
 */
export function searchedOf(attachment: Attachment): Searched | undefined {
  switch (attachment.kind) {
    case 'image':
      return searchedOfImage(attachment);
    case 'pdf': {
      const pages = chosenPages(attachment).readable;
      return { type: 'pages', pdf: attachment, pages, key: `${attachment.source.sha256}:${formatPageRange(pages)}` };
    }
    case 'text':
      return texts([attachment.source], attachment.lines?.first ?? 1);
    case 'document':
    case 'audio':
    case 'video':
      return texts(attachment.parts.flatMap(textOf));
    case 'link':
      return undefined;
  }
}

/** The picture as it was attached or edited, rather than what is made of it: the smaller, the harder to read. */
function searchedOfImage({ source, frames, edited, parts }: ImageAttachment): Searched | undefined {
  if (!frames || edited) {
    const picture = edited?.picture ?? source;
    return { type: 'picture', picture, key: picture.sha256 };
  }
  const pictures = parts.flatMap((part) => (part.type === 'image' ? [part.blob] : []));
  const words = texts(parts.flatMap(textOf));
  return pictures.length > 0 ? { type: 'pictures', pictures, key: keyOf(pictures) } : words;
}

function textOf(part: SentPart): readonly BlobReference[] {
  return part.type === 'text' && !part.isNote ? [part.blob] : [];
}

function texts(blobs: readonly BlobReference[], firstLine?: number): Searched | undefined {
  const line = firstLine === undefined ? {} : { firstLine };
  return blobs.length > 0 ? { type: 'texts', texts: blobs, ...line, key: keyOf(blobs) } : undefined;
}

function keyOf(blobs: readonly BlobReference[]): string {
  return blobs.map(({ sha256 }) => sha256).join(':');
}
