import type { JSX } from 'preact';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import type { VideoOptions } from '../../../src/shared/attachment/options';

export interface VideoEditorProps {
  readonly attachment: VideoAttachment;
  readonly onOptions: (options: VideoOptions) => void;
}

/** Which frames of a video are sent, or all of it, and its sound. */
export function VideoEditor(_props: VideoEditorProps): JSX.Element | null {
  return null;
}
