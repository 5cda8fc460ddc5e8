import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelMessage, PanelState, WaitingQuestion as Waiting } from '../../src/shared/protocol';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { isAnswering } from './send-obstacle';

type Settlement = Extract<PanelMessage, { type: 'waitingQuestionSettled' }>['how'];

/** What waits for the end of an answer in a chat; or that it was just removed, and the way to have it back. */
export function WaitingPlace({ panel }: { readonly panel: PanelState }): JSX.Element | null {
  const { post, announce, focusComposer } = useServices();
  const { draft, conversation } = panel;
  const { id, messages } = conversation;
  /** How many messages there were when the question was removed: with the next one its time is over. */
  const [removedAt, setRemovedAt] = useState<number>();
  const settle = (how: Settlement): void => {
    setRemovedAt(how === 'remove' ? messages.length : undefined);
    post({ type: 'waitingQuestionSettled', conversationId: id, how });
    if (how === 'remove') {
      announce(t('The waiting question was removed. Undo is before the composer.'));
    }
    focusComposer();
  };
  if (draft.waiting) {
    return <WaitingQuestion waiting={draft.waiting} answering={isAnswering(panel)} onSettle={settle} />;
  }
  return removedAt === messages.length ? (
    <div class="bar undo-bar" role="group" aria-label={t('Removed question')}>
      <span class="bar-text">{t('The waiting question was removed.')}</span>
      <button type="button" class="button button-secondary" onClick={() => settle('putBack')}>
        {t('Undo')}
      </button>
    </div>
  ) : null;
}

interface WaitingQuestionProps {
  readonly waiting: Waiting;
  /** An answer is being made, after which it is sent. */
  readonly answering: boolean;
  readonly onSettle: (how: Settlement) => void;
}

/** The question that was asked while an answer is being made, and what can be done with it until that has ended. */
function WaitingQuestion({ waiting, answering, onSettle }: WaitingQuestionProps): JSX.Element {
  const { announce } = useServices();
  const { text, attached } = waiting;
  const when = answering ? t('Sent when this answer has ended.') : t('Waits until you send it.');
  // The end of the answer is told by itself.
  useEffect(() => announce(`${t('A question waits.')} ${when}`), [announce]);
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
        <IconButton icon="edit" label={t('Edit waiting question')} onClick={() => onSettle('edit')} />
        <IconButton icon="trash" label={t('Remove waiting question')} onClick={() => onSettle('remove')} />
        <button
          type="button"
          class="button button-secondary"
          {...(answering && { title: t('Stop the answer, keep what came of it, and send the question') })}
          onClick={() => onSettle('send')}
        >
          {answering ? t('Send now') : t('Send')}
        </button>
      </span>
    </div>
  );
}
