import { t } from '@vscode/l10n';
import type { ImageAttachment } from '../../shared/attachment/attachment';
import { editedSize, type PictureEdit } from '../../shared/attachment/picture-edit';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { withEdit, withoutEdit } from './edited-picture';
import { imageMediaType } from '../../media-process/media-type/image-media-type';
import { isSameSize } from './picture-fit';
import { naturalSize } from './picture-plan';
import { readImage } from './read-image';

type Services = Pick<PrepareContext, 'media' | 'blobs' | 'derived' | 'signal'>;

/**
 * Stores an edited picture and puts it in the place of what was attached. Its bytes are looked at as those of any file; they
 * must be a PNG of the size that the edit makes of this very picture. Throws `AttachmentError`.
 */
export async function applyEdit(
  attachment: ImageAttachment,
  { edit, bytes }: { readonly edit: PictureEdit; readonly bytes: Uint8Array },
  services: Services,
): Promise<ImageAttachment> {
  const { id, name } = attachment;
  const isOfThis = isSameSize(edit.base, naturalSize(attachment)) && imageMediaType(bytes) === 'image/png';
  if (!isOfThis) {
    throw notWhatItClaims(name);
  }
  const source = await services.blobs.put(bytes, 'image/png');
  const picture = await readImage({ id, file: { name, bytes }, source }, services);
  if (!isSameSize(picture.source, editedSize(edit))) {
    throw notWhatItClaims(name);
  }
  return withEdit(attachment, { edited: { picture: picture.source, edit }, thumbnail: picture.thumbnail });
}

/** The picture as it was attached. Throws `AttachmentError`. */
export async function restoreOriginal(attachment: ImageAttachment, services: Services): Promise<ImageAttachment> {
  const { id, name, source } = attachment;
  const { thumbnail } = await readImage({ id, file: { name, bytes: new Uint8Array() }, source }, services);
  return withoutEdit(attachment, thumbnail);
}

function notWhatItClaims(name: string): AttachmentError {
  return new AttachmentError(
    'corrupt',
    name,
    t('What the picture editor made does not belong to it. Open the editor again.'),
  );
}
