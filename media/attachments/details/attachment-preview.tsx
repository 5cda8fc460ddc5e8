import type { JSX } from 'preact';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { ImageReference } from '../../../src/shared/blob';
import { Thumbnail } from '../thumbnail';

/** An attachment as large as its small picture goes; nothing where there is none. */
export function AttachmentPreview({ attachment }: { readonly attachment: Attachment }): JSX.Element | null {
  const { thumbnail } = attachment;
  return (
    (thumbnail && (
      // The place is kept before the picture is there, so that nothing jumps when it comes.
      <span
        class="details-preview"
        style={{ aspectRatio: `${thumbnail.width} / ${thumbnail.height}`, width: `${previewWidth(thumbnail)}px` }}
      >
        <Thumbnail image={thumbnail} />
      </span>
    )) ??
    null
  );
}

/** Pixels. */
const maxHeight = 180;

function previewWidth({ width, height }: ImageReference): number {
  return Math.round(Math.min(width, (maxHeight * width) / height));
}
