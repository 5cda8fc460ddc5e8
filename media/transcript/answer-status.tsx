import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AnswerMessage } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { FailureBox } from './failure-box';
import { RetryCountdown } from './retry-countdown';

interface AnswerStatusProps {
  readonly answer: AnswerMessage;
  /** Whether this is the answer that can go on or be tried again. */
  readonly last: boolean;
}

/** What there is to say about an answer that is on its way or did not end well. */
export function AnswerStatusView({ answer, last }: AnswerStatusProps): JSX.Element | null {
  if (answer.failure && answer.status !== 'streaming') {
    return <FailureBox failure={answer.failure} messageId={answer.id} last={last} />;
  }
  switch (answer.status) {
    case 'streaming':
      return <Progress answer={answer} />;
    case 'stopped':
      return <EndedEarly answer={answer} text={t('Stopped')} last={last} />;
    case 'interrupted':
      return <EndedEarly answer={answer} text={t('Interrupted. What came is kept.')} last={last} />;
    case 'failed':
      return <EndedEarly answer={answer} text={t('The answer failed.')} last={false} />;
    case 'complete':
      return isEmpty(answer) ? <p class="answer-note">{t('The answer is empty.')}</p> : null;
  }
}

function Progress({ answer }: { readonly answer: AnswerMessage }): JSX.Element | null {
  if (answer.retry) {
    return <RetryCountdown retry={answer.retry} />;
  }
  return isEmpty(answer) && answer.reasoning === '' ? (
    <p class="answer-note shimmer" dir="auto">
      {t('Waiting for {0}…', answer.model.model)}
    </p>
  ) : null;
}

function isEmpty({ text, alternatives, refusal, spoken, toolCalls }: AnswerMessage): boolean {
  return text === '' && !alternatives?.length && !refusal && !spoken && !toolCalls?.length;
}

interface EndedEarlyProps {
  readonly answer: AnswerMessage;
  readonly text: string;
  readonly last: boolean;
}

function EndedEarly({ answer, text, last }: EndedEarlyProps): JSX.Element {
  const { post, focusComposer } = useServices();
  return (
    <div class="answer-note ended">
      <Icon name="info" />
      <span>{text}</span>
      {last && (
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            post({ type: 'continueRequested', messageId: answer.id });
            focusComposer();
          }}
        >
          {t('Continue')}
        </button>
      )}
    </div>
  );
}
