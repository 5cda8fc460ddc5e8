import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PdfOptions } from '../../../src/shared/attachment/options';

type Form = PdfOptions['form'];

const forms: readonly { readonly form: Form; readonly name: string; readonly hint: string }[] = [
  { form: undefined, name: 'What suits the model', hint: 'the file if it reads PDFs, else text and pictures' },
  { form: 'textAndFigures', name: 'Text and figures', hint: 'pictures only of pages where not all is text' },
  { form: 'text', name: 'Text', hint: 'fewest tokens; scans are read on this machine' },
  { form: 'pages', name: 'Pictures of pages', hint: 'as they look' },
  { form: 'file', name: 'PDF file', hint: 'for models that read PDFs' },
];

interface FormChoiceProps {
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

/** As what a PDF is sent. */
export function FormChoice({ form, onForm }: FormChoiceProps): JSX.Element {
  const group = useId();
  return (
    <fieldset class="form-choice">
      <legend>Send as</legend>
      {forms.map((option) => (
        <label class="form-option" key={option.name}>
          <input type="radio" name={group} checked={option.form === form} onChange={() => onForm(option.form)} />
          <span>
            {option.name}
            <span class="quiet">{` – ${option.hint}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
