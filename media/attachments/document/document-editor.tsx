import type { JSX } from 'preact';
import type { DocumentAttachment } from '../../../src/shared/attachment/attachment';
import type { DocumentOptions } from '../../../src/shared/attachment/options';

export interface DocumentEditorProps {
  readonly attachment: DocumentAttachment;
  readonly onOptions: (options: DocumentOptions) => void;
}

/** What of a document is sent. */
export function DocumentEditor(_props: DocumentEditorProps): JSX.Element | null {
  return null;
}
