import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Failure } from '../../src/shared/failure';
import { failureActionLabel } from '../format/failure-text';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

interface FailureBoxProps {
  readonly failure: Failure;
  readonly messageId: string;
  /** Whether it is at the end of a chat that can go on: in the middle, a next step would undo what follows. */
  readonly last: boolean;
}

/** What went wrong, the server's own words on demand, and the next steps as buttons; the first is the best one. */
export function FailureBox({ failure, messageId, last }: FailureBoxProps): JSX.Element {
  const { post, focusComposer } = useServices();
  return (
    <section class="failure" aria-label={t('What went wrong')}>
      <p class="failure-message" dir="auto">
        <Icon name="error" />
        <span>{failure.message}</span>
      </p>
      {failure.detail !== undefined && (
        <details class="failure-detail">
          <summary>{t('Details')}</summary>
          <pre dir="auto">{failure.detail}</pre>
        </details>
      )}
      {last && failure.actions.length > 0 && (
        <div class="buttons">
          {failure.actions.map((action, index) => (
            <button
              key={action}
              type="button"
              class={index === 0 ? 'button' : 'button button-secondary'}
              onClick={() => {
                // First, since some actions take the focus elsewhere.
                focusComposer();
                post({ type: 'failureActionRequested', messageId, action });
              }}
            >
              {failureActionLabel(action, failure, Date.now())}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
