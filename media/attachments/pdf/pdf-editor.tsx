import type { JSX } from 'preact';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import type { PdfOptions } from '../../../src/shared/attachment/options';
import { useFollowing } from '../../controls/use-following';
import { FormChoice } from './form-choice';
import { PageChoice } from './page-choice';

export interface PdfEditorProps {
  readonly attachment: PdfAttachment;
  readonly onOptions: (options: PdfOptions) => void;
}

/** Which pages of a PDF are sent, and as what. */
export function PdfEditor(props: PdfEditorProps): JSX.Element {
  return <Choices key={props.attachment.id} {...props} />;
}

function Choices({ attachment, onOptions }: PdfEditorProps): JSX.Element {
  // Two choices can follow each other faster than the host answers the first.
  // They are made elsewhere too: fewer pages, where all are too many.
  const { options: given } = attachment;
  const [{ form, pages }, setChosen] = useFollowing(given, [given.form, given.pages]);
  const choose = (chosen: {
    readonly form: PdfOptions['form'] | undefined;
    readonly pages: string | undefined;
  }): void => {
    const options: PdfOptions = {
      ...(chosen.form && { form: chosen.form }),
      ...(chosen.pages !== undefined && { pages: chosen.pages }),
    };
    setChosen(options);
    onOptions(options);
  };
  return (
    <div class="pdf-editor">
      <FormChoice form={form} onForm={(chosen) => choose({ form: chosen, pages })} />
      <PageChoice attachment={attachment} pages={pages} onPages={(chosen) => choose({ form, pages: chosen })} />
    </div>
  );
}
