import type { JSX } from 'preact';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import type { PdfOptions } from '../../../src/shared/attachment/options';

export interface PdfEditorProps {
  readonly attachment: PdfAttachment;
  readonly onOptions: (options: PdfOptions) => void;
}

/** Which pages of a PDF are sent, and as what. */
export function PdfEditor(_props: PdfEditorProps): JSX.Element | null {
  return null;
}
