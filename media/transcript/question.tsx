import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Fork, UserMessage } from '../../src/shared/conversation';
import { ConfirmBar } from '../controls/confirm-bar';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import { BranchSwitch } from './branch-switch';
import { QuestionEditor } from './question-editor';
import { SentAttachments } from './sent-attachments';

type Mode = 'shown' | 'edited' | 'deleted';

/** What the person asked, with what went along. */
export function Question({
  message,
  locked,
  fork,
  goesAlong,
  answers,
}: {
  readonly message: UserMessage;
  readonly locked: boolean;
  /** Where it was asked in other words too. */
  readonly fork: Fork | undefined;
  /** It has no answer and is sent again with the next question. */
  readonly goesAlong: boolean;
  /** How many ways to go on from it there are: all its answers are deleted with it. */
  readonly answers: number;
}): JSX.Element {
  const { post, announce, focusComposer, questionEdits } = useServices();
  const kept = questionEdits.text(message.id);
  const [mode, setMode] = useState<Mode>(kept === undefined ? 'shown' : 'edited');
  const article = useRef<HTMLElement>(null);
  const author = `author-${message.id}`;
  const close = (): void => {
    setMode('shown');
    article.current?.focus();
  };
  return (
    <article class="message question" aria-labelledby={author} ref={article} tabIndex={-1}>
      <h2 class="visually-hidden" id={author}>
        {t('You')}
      </h2>
      {message.attachments.length > 0 && <SentAttachments attachments={message.attachments} />}
      {message.imagesLeftOut && <p class="quiet">{t('Pictures are not sent any more')}</p>}
      {mode === 'edited' ? (
        <QuestionEditor
          text={kept ?? message.text}
          needsText={message.attachments.length === 0}
          takesFocus={kept === undefined}
          onTyped={(text) => questionEdits.change(message.id, text)}
          onCancel={() => {
            questionEdits.end(message.id);
            close();
          }}
          onResend={(text) => {
            // It is there until the host has taken it: an answer may be coming, or no model be there.
            questionEdits.change(message.id, text);
            questionEdits.resend(message.id);
            post({ type: 'editRequested', messageId: message.id, text });
            focusComposer();
          }}
        />
      ) : (
        message.text !== '' && (
          <div class="question-text" dir="auto">
            {message.text}
          </div>
        )
      )}
      {fork && mode === 'shown' && <BranchSwitch of="question" fork={fork} locked={locked} />}
      {goesAlong && mode === 'shown' && (
        <p class="goes-along quiet">
          {t('Goes along with your next question')}
          <button type="button" class="text-button" onClick={() => setMode('deleted')}>
            {t('Leave it out')}
          </button>
        </p>
      )}
      {mode === 'deleted' && (
        <ConfirmBar
          question={deletionQuestion(goesAlong, answers)}
          confirmLabel={t('Delete')}
          onCancel={close}
          onConfirm={() => {
            post({ type: 'turnDeleted', messageId: message.id });
            announce(goesAlong ? t('Question deleted') : t('Question and answer deleted'));
            focusComposer();
          }}
        />
      )}
      {mode === 'shown' && (
        <div class="message-actions" role="toolbar" aria-label={t('Question actions')}>
          {!locked && <IconButton icon="edit" label={t('Edit and resend')} onClick={() => setMode('edited')} />}
          <IconButton
            icon="copy"
            label={t('Copy question')}
            onClick={() => {
              post({ type: 'textCopied', text: message.text });
              announce(t('Copied'));
            }}
          />
          {!locked && (
            <IconButton icon="trash" label={t('Delete question and answer')} onClick={() => setMode('deleted')} />
          )}
        </div>
      )}
    </article>
  );
}

/** Names all that goes. */
function deletionQuestion(goesAlong: boolean, answers: number): string {
  if (answers > 1) {
    return t('Delete this question and its {0} answers? What was asked after each of them stays.', answers);
  }
  return goesAlong ? t('Delete this question?') : t('Delete this question and its answer?');
}
