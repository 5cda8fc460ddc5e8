import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useServices } from '../../services';
import { focusAttachment } from './focus-attachment';

interface PasswordFormProps {
  readonly id: string;
  readonly name: string;
  readonly wasWrong: boolean;
}

/** Asks for the password of an encrypted file. The page keeps none: it goes to the host and out of the field. */
export function PasswordForm({ id, name, wasWrong }: PasswordFormProps): JSX.Element {
  const { post } = useServices();
  const field = useRef<HTMLInputElement>(null);
  const problem = `password-problem-${id}`;
  useLayoutEffect(() => {
    const item = field.current?.closest('[data-attachment]');
    // Whoever typed the wrong one is still here: they go on typing.
    if (wasWrong && item?.contains(document.activeElement)) {
      field.current?.focus();
    }
  }, []);
  const open = (event: Event): void => {
    const input = field.current;
    if (input && input.value !== '') {
      const password = input.value;
      input.value = '';
      focusAttachment(event);
      post({ type: 'passwordGiven', id, password });
    }
  };
  // No form: VS Code keeps this page from submitting any, and then nothing hears of it.
  return (
    <div class="attachment-question">
      <p id={problem}>{wasWrong ? t('That password does not open it.') : t('A password is needed to open it.')}</p>
      <div class="password-row">
        <input
          ref={field}
          type="password"
          autoComplete="off"
          placeholder={t('Password')}
          aria-label={t('Password of {0}', name)}
          aria-describedby={problem}
          aria-invalid={wasWrong}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              open(event);
            }
          }}
        />
        <button type="button" class="button" onClick={open}>
          {t('Open')}
        </button>
      </div>
    </div>
  );
}
