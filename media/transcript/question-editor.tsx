import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface QuestionEditorProps {
  readonly text: string;
  /** Nothing is attached that could be asked about without words. */
  readonly needsText: boolean;
  /** Not where it comes back into sight. */
  readonly takesFocus: boolean;
  readonly onTyped: (text: string) => void;
  readonly onResend: (text: string) => void;
  readonly onCancel: () => void;
}

/** Changes a question where it stands. Enter asks again, Escape leaves it as it was. */
export function QuestionEditor({ text, onTyped, onResend, onCancel, ...props }: QuestionEditorProps): JSX.Element {
  const [edited, setEdited] = useState(text);
  const textbox = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (props.takesFocus) {
      textbox.current?.focus();
      textbox.current?.setSelectionRange(text.length, text.length);
    }
  }, []);
  const isEmpty = props.needsText && edited.trim() === '';
  const resend = (): void => {
    if (!isEmpty) {
      onResend(edited);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      resend();
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
        onInput={(event) => {
          setEdited(event.currentTarget.value);
          onTyped(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <p class="quiet" id="question-editor-hint">
        {t('Attachments are sent again. The question as it was, and what came after it, is kept as another version.')}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          aria-disabled={isEmpty}
          title={isEmpty ? t('Type a question or attach something first.') : undefined}
          onClick={resend}
        >
          {t('Resend')}
        </button>
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </div>
  );
}
