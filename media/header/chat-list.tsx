import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConversationSummary } from '../../src/shared/conversation';
import { useServices } from '../services';
import type { FoundChats } from '../state';
import { ChatRow } from './chat-row';
import { groupChats } from './group-chats';
import { visibleChats } from './visible-chats';

interface ChatListProps {
  readonly chats: readonly ConversationSummary[];
  readonly found: FoundChats | undefined;
  readonly currentId: string;
  readonly onClose: () => void;
}

/** Earlier chats over the panel: search on top, arrows move, Enter opens, Delete deletes after a question, Escape closes. */
export function ChatList({ chats, found, currentId, onClose }: ChatListProps): JSX.Element {
  const { post } = useServices();
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);

  const groups = groupChats(visibleChats(chats, query, found), new Date());
  const open = (id: string): void => {
    if (id !== currentId) {
      post({ type: 'chatOpened', id });
    }
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && event.target === search.current) {
      panel.current?.querySelector<HTMLElement>('.chat-open')?.click();
    } else if (moveFocus(event, panel.current)) {
      event.preventDefault();
    }
  };

  return (
    <section class="chats" aria-label={t('Earlier chats')} ref={panel} onKeyDown={onKeyDown}>
      <div class="chats-search">
        <input
          ref={search}
          type="search"
          class="chats-query"
          aria-label={t('Search chats')}
          placeholder={t('Search chats')}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            post({ type: 'chatsSearched', query: event.currentTarget.value.trim() });
          }}
        />
      </div>
      {groups.length === 0 && (
        <p class="chats-none" role="status">
          {query.trim() === '' ? t('No earlier chats yet.') : t('Nothing found for “{0}”.', query.trim())}
        </p>
      )}
      <ul class="chats-list" aria-label={t('Chats')}>
        {groups.flatMap((group) =>
          group.chats.map((chat, index) => (
            <ChatRow
              key={chat.id}
              chat={chat}
              current={chat.id === currentId}
              onOpen={() => open(chat.id)}
              onDeleted={() => search.current?.focus()}
              {...(index === 0 && { heading: group.title })}
            />
          )),
        )}
      </ul>
    </section>
  );
}

/** From the search field down into the list, along the list, and back up. */
function moveFocus(event: KeyboardEvent, panel: HTMLElement | null): boolean {
  const stops = [...(panel?.querySelectorAll<HTMLElement>('.chats-query, .chat-open') ?? [])];
  const current = stops.findIndex((stop) => stop === document.activeElement);
  const next = targetIndex(event.key, current, stops.length);
  if (current < 0 || next === undefined) {
    return false;
  }
  stops[next]?.focus();
  return true;
}

function targetIndex(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      // In the search field these keys move the caret.
      return current > 0 ? Math.min(1, count - 1) : undefined;
    case 'End':
      return current > 0 ? count - 1 : undefined;
    default:
      return undefined;
  }
}
