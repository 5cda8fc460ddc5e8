import type { JSX } from 'preact';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import type { PdfOptions } from '../../../src/shared/attachment/options';
import { FormChoice } from './form-choice';
import { PageChoice } from './page-choice';

export interface PdfEditorProps {
  readonly attachment: PdfAttachment;
  readonly onOptions: (options: PdfOptions) => void;
}

/** Which pages of a PDF are sent, and as what. */
export function PdfEditor({ attachment, onOptions }: PdfEditorProps): JSX.Element {
  const { form, pages } = attachment.options;
  const change = (changed: {
    readonly form: PdfOptions['form'] | undefined;
    readonly pages: string | undefined;
  }): void =>
    onOptions({
      ...(changed.form && { form: changed.form }),
      ...(changed.pages !== undefined && { pages: changed.pages }),
    });
  return (
    <div class="pdf-editor">
      <FormChoice form={form} onForm={(chosen) => change({ form: chosen, pages })} />
      <PageChoice key={attachment.id} attachment={attachment} onPages={(chosen) => change({ form, pages: chosen })} />
    </div>
  );
}
