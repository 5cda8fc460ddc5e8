import type { JSX } from 'preact';
import type { Attachment, ImageAttachment } from '../../../src/shared/attachment/attachment';
import { usePicture } from '../../lightbox/use-picture';
import type { Size } from '../../../src/shared/region';
import { Thumbnail } from '../thumbnail';

/** An attachment as large as there is room for a look at it; nothing where there is no picture of it. */
export function AttachmentPreview({ attachment }: { readonly attachment: Attachment }): JSX.Element | null {
  const { thumbnail } = attachment;
  if (!thumbnail) {
    return null;
  }
  const size = attachment.kind === 'image' ? (attachment.edited?.picture ?? attachment.source) : thumbnail;
  return (
    // The place is kept before the picture is there, so that nothing jumps when it comes.
    <span
      class="details-preview"
      style={{ aspectRatio: `${size.width} / ${size.height}`, width: `${previewWidth(size)}px` }}
    >
      {attachment.kind === 'image' && size.width > thumbnail.width ? (
        // Edited anew, it is another picture.
        <SharpPicture key={thumbnail.sha256} attachment={attachment} />
      ) : (
        <Thumbnail image={thumbnail} />
      )}
    </span>
  );
}

/** Drawn from all pixels of the picture: at this size its small picture is blurred on most screens. */
function SharpPicture({ attachment }: { readonly attachment: ImageAttachment }): JSX.Element {
  const state = usePicture({ from: 'attachment', id: attachment.id });
  return state.status === 'loaded' ? (
    <span class="thumbnail">
      <img src={state.picture.url} alt="" decoding="async" draggable={false} />
    </span>
  ) : (
    <Thumbnail image={attachment.thumbnail} />
  );
}

/** Pixels. */
const maxHeight = 180;

function previewWidth({ width, height }: Size): number {
  return Math.round(Math.min(width, (maxHeight * width) / height));
}
