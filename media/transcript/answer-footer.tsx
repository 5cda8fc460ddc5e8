import type { JSX } from 'preact';
import type { AnswerMessage } from '../../src/shared/conversation';
import { IconButton } from '../controls/icon-button';
import { describeUsage, formatUsage } from '../format/format-usage';
import { useServices } from '../services';

interface AnswerFooterProps {
  readonly answer: AnswerMessage;
  readonly last: boolean;
  readonly locked: boolean;
  readonly showTokens: boolean;
  /** Absent while there is nothing to show them instead of. */
  readonly onShowTokens: ((show: boolean) => void) | undefined;
}

/** Quiet facts about an answer, and what can be done with it. */
export function AnswerFooter({ answer, last, locked, showTokens, onShowTokens }: AnswerFooterProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const { endpoint, model } = answer.model;
  const words = answer.text || (answer.spoken?.transcript ?? answer.refusal ?? '');
  return (
    <footer class="answer-footer">
      <span class="answer-facts">
        <span class="answer-model" title={`${endpoint} · ${model}`}>
          {model}
        </span>
        {answer.usage && <span title={describeUsage(answer.usage)}>{formatUsage(answer.usage)}</span>}
      </span>
      <span class="message-actions" role="toolbar" aria-label="Answer actions">
        {onShowTokens && answer.logprobs && (
          <IconButton
            icon="bars"
            label="Show token certainty"
            pressed={showTokens}
            onClick={() => onShowTokens(!showTokens)}
          />
        )}
        {words !== '' && (
          <IconButton
            icon="copy"
            label="Copy answer"
            onClick={() => {
              post({ type: 'textCopied', text: words });
              announce('Copied');
            }}
          />
        )}
        {last && !locked && !answer.failure?.actions.includes('retry') && (
          <IconButton
            icon="retry"
            label="Retry"
            onClick={() => {
              post({ type: 'retryRequested', messageId: answer.id });
              focusComposer();
            }}
          />
        )}
      </span>
    </footer>
  );
}
