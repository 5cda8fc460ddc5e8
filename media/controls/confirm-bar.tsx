import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ConfirmBarProps {
  readonly question: string;
  /** What is done then. */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks in place before something is gone for good. Escape means no. */
export function ConfirmBar({ question, confirmLabel, onConfirm, onCancel }: ConfirmBarProps): JSX.Element {
  const confirm = useRef<HTMLButtonElement>(null);
  // At once: a key that is pressed right after the one that asked must not miss.
  useLayoutEffect(() => confirm.current?.focus(), []);
  return (
    <div
      class="confirm-bar"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <span class="confirm-question" dir="auto">
        {question}
      </span>
      <span class="confirm-buttons">
        <button type="button" class="button" ref={confirm} onClick={onConfirm}>
          {confirmLabel}
        </button>
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </span>
    </div>
  );
}
