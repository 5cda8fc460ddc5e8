import type { JSX } from 'preact';
import type { Attachment } from '../../src/shared/attachment/attachment';
import { Icon } from '../icons/icon';
import { kindIcons } from './kind-icon';
import { Thumbnail } from './thumbnail';

/** A small picture of an attachment, or an icon of its kind. */
export function AttachmentPicture({ attachment }: { readonly attachment: Attachment }): JSX.Element {
  return attachment.thumbnail ? (
    <Thumbnail image={attachment.thumbnail} />
  ) : (
    <span class="thumbnail">
      <Icon name={kindIcons[attachment.kind]} />
    </span>
  );
}
