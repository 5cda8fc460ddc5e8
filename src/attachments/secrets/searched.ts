import { formatPageRange } from '../../shared/parse-page-range';
import type { Attachment, ImageAttachment, PdfAttachment, SentPart } from '../../shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../shared/blob';
import { chosenPages } from '../pdf/decide-pages';

/** What of an attachment is searched for secrets. */
export type Searched =
  /** One picture, which can be edited. */
  | { readonly type: 'picture'; readonly picture: ImageReference; readonly key: string }
  /** The text of pages, in whatever form they are sent, and what else is seen on those that are sent as pictures. */
  | {
      readonly type: 'pages';
      readonly pdf: PdfAttachment;
      readonly pages: readonly number[];
      readonly pictures: readonly ImageReference[];
      readonly key: string;
    }
  /** Texts, and pictures that can't be edited: frames, pages, those of a document. */
  | {
      readonly type: 'parts';
      readonly texts: readonly BlobReference[];
      readonly pictures: readonly ImageReference[];
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
    case 'pdf':
      return searchedOfPdf(attachment);
    case 'text':
      return { ...ofParts([attachment.source], []), firstLine: attachment.lines?.first ?? 1 };
    case 'document':
    case 'audio':
    case 'video':
      return searchedOfParts(attachment.parts);
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
  return searchedOfParts(parts);
}

/** What is written on a page is its text; what else is seen on it has to be read. */
function searchedOfPdf(pdf: PdfAttachment): Searched {
  const pages = chosenPages(pdf).readable;
  const withFigures = new Set(pdf.figurePages);
  const pictures = pdf.parts.flatMap((part) =>
    part.type === 'image' && part.place && 'page' in part.place && withFigures.has(part.place.page) ? [part.blob] : [],
  );
  return {
    type: 'pages',
    pdf,
    pages,
    pictures,
    key: [pdf.source.sha256, formatPageRange(pages), ...pictures.map(({ sha256 }) => sha256)].join(':'),
  };
}

function searchedOfParts(parts: readonly SentPart[]): Searched | undefined {
  const texts = parts.flatMap((part) => (part.type === 'text' && !part.isNote ? [part.blob] : []));
  const pictures = parts.flatMap((part) => (part.type === 'image' ? [part.blob] : []));
  return texts.length + pictures.length > 0 ? ofParts(texts, pictures) : undefined;
}

function ofParts(
  texts: readonly BlobReference[],
  pictures: readonly ImageReference[],
): Extract<Searched, { readonly type: 'parts' }> {
  return { type: 'parts', texts, pictures, key: [...texts, ...pictures].map(({ sha256 }) => sha256).join(':') };
}
