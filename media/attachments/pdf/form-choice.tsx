import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PdfOptions } from '../../../src/shared/attachment/options';

type Form = PdfOptions['form'];

const forms: readonly { readonly form: Form; readonly name: string; readonly hint: string }[] = [
  { form: undefined, name: t('What suits the model'), hint: t('the file if it reads PDFs, else text and pictures') },
  { form: 'textAndFigures', name: t('Text and figures'), hint: t('pictures only of pages where not all is text') },
  { form: 'text', name: t('Text'), hint: t('fewest tokens; scans are read on this machine') },
  { form: 'pages', name: t('Pictures of pages'), hint: t('as they look') },
  { form: 'file', name: t('PDF file'), hint: t('for models that read PDFs') },
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
      <legend>{t('Send as')}</legend>
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
