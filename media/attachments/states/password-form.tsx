import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useServices } from '../../services';

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
  return (
    <form
      class="attachment-question"
      onSubmit={(event) => {
        event.preventDefault();
        const input = field.current;
        if (input && input.value !== '') {
          const password = input.value;
          input.value = '';
          // The form goes away while the file is opened: what has the focus must not.
          input.closest('[data-attachment]')?.querySelector('button')?.focus();
          post({ type: 'passwordGiven', id, password });
        }
      }}
    >
      <p id={problem}>{wasWrong ? 'That password does not open it.' : 'A password is needed to open it.'}</p>
      <div class="password-row">
        <input
          ref={field}
          type="password"
          autoComplete="off"
          placeholder="Password"
          aria-label={`Password of ${name}`}
          aria-describedby={problem}
          aria-invalid={wasWrong}
        />
        <button type="submit" class="button">
          Open
        </button>
      </div>
    </form>
  );
}
