import type { JSX } from 'preact';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import type { AudioOptions } from '../../../src/shared/attachment/options';

export interface AudioEditorProps {
  readonly attachment: AudioAttachment;
  readonly onOptions: (options: AudioOptions) => void;
}

/** Which part of a sound is sent, and as what. */
export function AudioEditor(_props: AudioEditorProps): JSX.Element | null {
  return null;
}
