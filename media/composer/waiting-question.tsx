import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WaitingQuestion as Waiting } from '../../src/shared/protocol';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

interface WaitingQuestionProps {
  readonly conversationId: string;
  readonly waiting: Waiting;
  /** An answer is being made, after which it is sent. */
  readonly answering: boolean;
}

/** The question that was asked while an answer is being made, and what can be done with it until that has ended. */
export function WaitingQuestion({ conversationId, waiting, answering }: WaitingQuestionProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const { text, attached } = waiting;
  const when = answering ? t('Sent when this answer has ended.') : t('Waits until you send it.');
  // The end of the answer is told by itself.
  useEffect(() => announce(`${t('A question waits.')} ${when}`), [announce]);
  const settle = (how: 'edit' | 'remove' | 'send'): void => {
    post({ type: 'waitingQuestionSettled', conversationId, how });
    focusComposer();
  };
  return (
    <div class="bar waiting-question" role="group" aria-label={t('Waiting question')}>
      <Icon name="chats" />
      <span class="waiting-text">
        {text.trim() !== '' && (
          <span class="waiting-words" dir="auto" title={text}>
            {text}
          </span>
        )}
        <span class="waiting-when">
          {attached.length > 0 && (
            <span class="waiting-attached" title={attached.join('\n')}>
              <Icon name="attach" />
              {attached.length === 1 ? t('1 attachment') : t('{0} attachments', attached.length)}
            </span>
          )}
          {when}
        </span>
      </span>
      <span class="waiting-actions">
        <IconButton icon="edit" label={t('Edit waiting question')} onClick={() => settle('edit')} />
        <IconButton icon="trash" label={t('Remove waiting question')} onClick={() => settle('remove')} />
        <button
          type="button"
          class="button button-secondary"
          {...(answering && { title: t('Stop the answer, keep what came of it, and send the question') })}
          onClick={() => settle('send')}
        >
          {answering ? t('Send now') : t('Send')}
        </button>
      </span>
    </div>
  );
}
