import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useServices } from '../../services';

interface FailedAttachmentProps {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly canRetry: boolean;
}

/** Why something can't be attached or sent in this way, and another try. */
export function FailedAttachment({ id, name, reason, canRetry }: FailedAttachmentProps): JSX.Element {
  const { post } = useServices();
  return (
    <div class="attachment-question" role="group" aria-label={t('What went wrong with {0}', name)}>
      <p dir="auto">{reason}</p>
      {canRetry && (
        <div class="buttons">
          <button type="button" class="button button-secondary" onClick={() => post({ type: 'attachmentRetried', id })}>
            {t('Try again')}
          </button>
        </div>
      )}
    </div>
  );
}
