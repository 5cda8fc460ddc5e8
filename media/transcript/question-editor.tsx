import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface QuestionEditorProps {
  readonly text: string;
  readonly onResend: (text: string) => void;
  readonly onCancel: () => void;
}

/** Changes a question where it stands. Enter asks again, Escape leaves it as it was. */
export function QuestionEditor({ text, onResend, onCancel }: QuestionEditorProps): JSX.Element {
  const [edited, setEdited] = useState(text);
  const textbox = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    textbox.current?.focus();
    textbox.current?.setSelectionRange(text.length, text.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onResend(edited);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <div class="question-editor">
      <textarea
        ref={textbox}
        aria-label={t('Edit question')}
        aria-describedby="question-editor-hint"
        dir="auto"
        rows={1}
        value={edited}
        onInput={(event) => setEdited(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class="quiet" id="question-editor-hint">
        {t('Attachments are sent again. The question as it was, and what came after it, is kept as another version.')}
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => onResend(edited)}>
          {t('Resend')}
        </button>
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </div>
  );
}
