import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PendingRetry } from '../../src/shared/conversation';
import { waitReason } from '../format/failure-text';
import { formatWait } from '../format/format-wait';
import { useServices } from '../services';

/** Milliseconds; shorter than a second, so that no second is skipped. */
const tick = 250;

/** Counts down to the next try. Silent for screen readers, which heard the wait once when it began. */
export function RetryCountdown({ retry }: { readonly retry: PendingRetry }): JSX.Element {
  const { stopAnswer, focusComposer } = useServices();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, [retry]);
  const left = retry.resumesAt - now;
  return (
    <div class="retry" role="group" aria-label={t('Waiting to try again')}>
      <span class="spinner" />
      <span class="retry-text" title={retry.failure.message}>
        {left > 0
          ? t('{0}. Attempt {1} in {2}', waitReason(retry.failure.kind), retry.attempt, formatWait(left))
          : t('{0}. Attempt {1}…', waitReason(retry.failure.kind), retry.attempt)}
      </span>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          stopAnswer();
          focusComposer();
        }}
      >
        {t('Stop waiting')}
      </button>
    </div>
  );
}
