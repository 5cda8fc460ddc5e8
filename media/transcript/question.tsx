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
}: {
  readonly message: UserMessage;
  readonly locked: boolean;
  /** Where it was asked in other words too. */
  readonly fork: Fork | undefined;
}): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const [mode, setMode] = useState<Mode>('shown');
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
          text={message.text}
          onCancel={close}
          onResend={(text) => {
            post({ type: 'editRequested', messageId: message.id, text });
            setMode('shown');
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
      {fork && mode === 'shown' && <BranchSwitch fork={fork} locked={locked} />}
      {mode === 'deleted' && (
        <ConfirmBar
          question={t('Delete this question and its answer?')}
          onCancel={close}
          onConfirm={() => {
            post({ type: 'turnDeleted', messageId: message.id });
            announce(t('Question and answer deleted'));
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
