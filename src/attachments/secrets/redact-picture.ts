import type { ImageAttachment } from '../../shared/attachment/attachment';
import {
  areaToBase,
  coveredPixels,
  editedSize,
  emptyEdit,
  type Mark,
  type PictureEdit,
} from '../../shared/attachment/picture-edit';
import type { ImageReference } from '../../shared/blob';
import type { Region, Size } from '../../shared/region';
import { applyEdit } from '../image/apply-edit';
import { naturalSize } from '../image/picture-plan';
import { mediaSource, withName } from '../stored-file';
import { findInPicture } from './find-in-picture';
import type { SearchContext } from './search-attachment';

/** Blackens what was found, as if the person had done it in the picture editor. Throws `AttachmentError`. */
export async function redactPicture(
  attachment: ImageAttachment,
  picture: ImageReference,
  context: SearchContext,
): Promise<ImageAttachment> {
  const { media, blobs, signal } = context;
  const edit = attachment.edited?.edit ?? emptyEdit(naturalSize(attachment));
  const size = editedSize(edit);
  const { bytes, areas } = await withName(attachment.name, async () => {
    const found = await findInPicture(picture, context);
    const wanted = found.secrets
      .flatMap((secret) => secret.areas)
      .flatMap((area) => scaled(area, found.size, size) ?? []);
    const source = await mediaSource(blobs, picture);
    return { areas: wanted, ...(await media.blackenPicture(source, { ...size, areas: wanted }, { signal })) };
  });
  return await applyEdit(attachment, { edit: withRedactions(edit, areas), bytes }, context);
}

function withRedactions(edit: PictureEdit, areas: readonly Region[]): PictureEdit {
  const marks = areas.map((area): Mark => ({ type: 'redaction', area: areaToBase(area, edit) }));
  return { ...edit, marks: [...edit.marks, ...marks] };
}

/** A drawing is read at another size than it is edited at. */
function scaled({ left, top, width, height }: Region, from: Size, to: Size): Region | undefined {
  const x = to.width / from.width;
  const y = to.height / from.height;
  return coveredPixels({ left: left * x, top: top * y, width: width * x, height: height * y }, to);
}
