import type { JSX } from 'preact';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { ImageOptions } from '../../../src/shared/attachment/options';

export interface ImageEditorProps {
  readonly attachment: ImageAttachment;
  readonly onOptions: (options: ImageOptions) => void;
}

/** How a picture is sent. */
export function ImageEditor(_props: ImageEditorProps): JSX.Element | null {
  return null;
}
