import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useServices } from '../../services';
import { focusAttachment } from './focus-attachment';

interface FailedAttachmentProps {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly canRetry: boolean;
  readonly needsEndpoint: boolean;
}

/** Why something can't be attached or sent in this way, what helps, and another try. */
export function FailedAttachment(props: FailedAttachmentProps): JSX.Element {
  const { id, name, reason, canRetry, needsEndpoint } = props;
  const { post } = useServices();
  return (
    <div class="attachment-question" role="group" aria-label={t('What went wrong with {0}', name)}>
      <p dir="auto">{reason}</p>
      {canRetry && (
        <div class="buttons">
          {needsEndpoint && (
            <button
              type="button"
              class="button button-secondary"
              onClick={() => post({ type: 'exampleStarted', example: 'addEndpoint' })}
            >
              {t('Add Endpoint')}
            </button>
          )}
          <button
            type="button"
            class="button button-secondary"
            onClick={(event) => {
              focusAttachment(event);
              post({ type: 'attachmentRetried', id });
            }}
          >
            {t('Try again')}
          </button>
        </div>
      )}
    </div>
  );
}
