import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AnswerMessage } from '../../src/shared/conversation';
import { IconButton } from '../controls/icon-button';
import { describeUsage, formatUsage } from '../format/format-usage';
import { modelName } from '../format/model-name';
import { useServices } from '../services';

interface AnswerFooterProps {
  readonly answer: AnswerMessage;
  readonly locked: boolean;
  /** Not where there is a button for it above already. */
  readonly canRetry: boolean;
  readonly showTokens: boolean;
  /** Absent while there is nothing to show them instead of. */
  readonly onShowTokens: ((show: boolean) => void) | undefined;
  /** The question is asked again: this answer is put aside. */
  readonly onAskedAgain: () => void;
}

/** Quiet facts about an answer, and what can be done with it. */
export function AnswerFooter(props: AnswerFooterProps): JSX.Element {
  const { answer, locked, canRetry, showTokens, onShowTokens, onAskedAgain } = props;
  const { post, announce, focusComposer } = useServices();
  const { endpoint, model } = answer.model;
  const words = answer.text || (answer.spoken?.transcript ?? answer.refusal ?? '');
  return (
    <footer class="answer-footer">
      <span class="answer-facts">
        <span class="answer-model" title={`${endpoint} · ${model}`}>
          {modelName(answer.model)}
        </span>
        {answer.usage && <span title={describeUsage(answer.usage)}>{formatUsage(answer.usage)}</span>}
      </span>
      <span class="message-actions" role="toolbar" aria-label={t('Answer actions')}>
        {onShowTokens && answer.logprobs && (
          <IconButton
            icon="bars"
            label={t('Show token certainty')}
            pressed={showTokens}
            onClick={() => onShowTokens(!showTokens)}
          />
        )}
        {words !== '' && (
          <IconButton
            icon="copy"
            label={t('Copy answer')}
            onClick={() => {
              post({ type: 'textCopied', text: words });
              announce(t('Copied'));
            }}
          />
        )}
        {canRetry && (
          <IconButton
            icon="retry"
            label={t('Retry')}
            onClick={() => {
              post({ type: 'retryRequested', messageId: answer.id });
              onAskedAgain();
              focusComposer();
            }}
          />
        )}
        {!locked && (
          <IconButton
            icon="swap"
            label={t('Ask another model')}
            onClick={() => {
              post({ type: 'otherModelRequested', messageId: answer.id });
              onAskedAgain();
            }}
          />
        )}
      </span>
    </footer>
  );
}
