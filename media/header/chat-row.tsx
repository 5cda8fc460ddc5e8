import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConversationSummary } from '../../src/shared/conversation';
import { language } from '../../src/shared/language';
import { ConfirmBar } from '../controls/confirm-bar';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';

interface ChatRowProps {
  readonly chat: ConversationSummary;
  readonly current: boolean;
  /** Shown above the first chat of a group. */
  readonly heading?: string;
  readonly onOpen: () => void;
  readonly onDeleted: () => void;
}

/** A chat in the list. Deleting asks first, in the row itself. */
export function ChatRow({ chat, current, heading, onOpen, onDeleted }: ChatRowProps): JSX.Element {
  const { post, announce } = useServices();
  const [confirming, setConfirming] = useState(false);
  const openButton = useRef<HTMLButtonElement>(null);
  const kept = useRef(false);
  useLayoutEffect(() => {
    // The question had the focus, and it is gone.
    if (!confirming && kept.current) {
      kept.current = false;
      openButton.current?.focus();
    }
  }, [confirming]);
  const title = chat.title || t('New chat');
  return (
    <li
      class="chat-row"
      onKeyDown={(event) => {
        if (event.key === 'Delete' && !confirming) {
          event.preventDefault();
          setConfirming(true);
        }
      }}
    >
      {heading !== undefined && <h2 class="chat-group">{heading}</h2>}
      {confirming ? (
        <ConfirmBar
          question={t('Delete “{0}”?', title)}
          onCancel={() => {
            kept.current = true;
            setConfirming(false);
          }}
          onConfirm={() => {
            post({ type: 'chatDeleted', id: chat.id });
            announce(t('{0} deleted', title));
            onDeleted();
          }}
        />
      ) : (
        <div class="chat-line">
          <button
            ref={openButton}
            type="button"
            class="chat-open"
            title={title}
            {...(current && { 'aria-current': 'true' as const })}
            onClick={onOpen}
          >
            <span class="chat-name" dir="auto">
              {title}
            </span>
            <span class="chat-detail">{describeChat(chat, current)}</span>
          </button>
          <IconButton icon="trash" label={t('Delete {0}', title)} onClick={() => setConfirming(true)} />
        </div>
      )}
    </li>
  );
}

function describeChat(chat: ConversationSummary, current: boolean): string {
  const changed = new Date(chat.updatedAt);
  const today = changed.toDateString() === new Date().toDateString();
  const when = today
    ? changed.toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit' })
    : changed.toLocaleDateString(language(), { month: 'short', day: 'numeric' });
  const count = chat.messageCount === 1 ? t('1 message') : t('{0} messages', chat.messageCount);
  return [...(current ? [t('Open')] : []), when, count].join(' · ');
}
