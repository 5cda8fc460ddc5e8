import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AnswerMessage } from '../../src/shared/conversation';
import { isOfflineReader } from '../../src/shared/offline-reader';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { FailureBox } from './failure-box';
import { isEmpty } from './goes-along';
import { RetryCountdown } from './retry-countdown';
import { Waiting } from './waiting';

interface AnswerStatusProps {
  readonly answer: AnswerMessage;
  /** Whether this is the answer that can go on or be tried again. */
  readonly last: boolean;
  /** The question is asked again: this answer is put aside. */
  readonly onAskedAgain: () => void;
}

/** Whether what is said about an answer offers to ask for it anew. */
export function offersRetry(answer: AnswerMessage, last: boolean): boolean {
  const { status, failure } = answer;
  return failure
    ? failure.actions.includes('retry')
    : last && (status === 'stopped' || status === 'interrupted') && isEmpty(answer);
}

/** What there is to say about an answer that is on its way or did not end well. */
export function AnswerStatusView({ answer, last, onAskedAgain }: AnswerStatusProps): JSX.Element | null {
  if (answer.failure && answer.status !== 'streaming') {
    return <FailureBox failure={answer.failure} messageId={answer.id} last={last} />;
  }
  switch (answer.status) {
    case 'streaming':
      return <Progress answer={answer} />;
    case 'stopped':
      return <EndedEarly text={t('Stopped')} answer={answer} last={last} onAskedAgain={onAskedAgain} />;
    case 'interrupted': {
      const text =
        isEmpty(answer) && answer.reasoning === ''
          ? t('Interrupted before anything came.')
          : t('Interrupted. What came is kept.');
      return <EndedEarly text={text} answer={answer} last={last} onAskedAgain={onAskedAgain} />;
    }
    case 'failed':
      return <EndedEarly text={t('The answer failed.')} answer={answer} last={false} onAskedAgain={onAskedAgain} />;
    case 'complete':
      if (isEmpty(answer)) {
        return <p class="answer-note">{t('The answer is empty.')}</p>;
      }
      return last && isOfflineReader(answer.model) ? <BeyondReading /> : null;
  }
}

function Progress({ answer }: { readonly answer: AnswerMessage }): JSX.Element | null {
  if (answer.retry) {
    return <RetryCountdown retry={answer.retry} />;
  }
  return isEmpty(answer) && answer.reasoning === '' ? <Waiting answer={answer} /> : null;
}

/** The way to more than what the built-in reader can say. */
function BeyondReading(): JSX.Element {
  const { post } = useServices();
  return (
    <p class="answer-note">
      <button
        type="button"
        class="text-button"
        onClick={() => post({ type: 'exampleStarted', example: 'addEndpoint' })}
      >
        {t('Add an endpoint for answers from a model that understands pictures and text')}
      </button>
    </p>
  );
}

interface EndedEarlyProps extends AnswerStatusProps {
  readonly text: string;
}

function EndedEarly({ answer, text, last, onAskedAgain }: EndedEarlyProps): JSX.Element {
  const { post, focusComposer } = useServices();
  // What has not begun can't go on.
  const anew = offersRetry(answer, last);
  return (
    <div class="answer-note ended">
      <Icon name="info" />
      <span>{text}</span>
      {last && (
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            post({ type: anew ? 'retryRequested' : 'continueRequested', messageId: answer.id });
            if (anew) {
              onAskedAgain();
            }
            focusComposer();
          }}
        >
          {anew ? t('Retry') : t('Continue')}
        </button>
      )}
    </div>
  );
}
