import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../../src/shared/protocol';
import { Choice } from '../controls/choice';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import type { FoundChats, ProposedTitles } from '../state';
import { ChatRow } from './chat-row';
import { groupChats } from './group-chats';
import { chatScopes, visibleChats, type ChatScope } from './visible-chats';

interface ChatListProps {
  readonly panel: PanelState;
  readonly found: FoundChats | undefined;
  readonly proposed: ProposedTitles | undefined;
  readonly scope: ChatScope;
  readonly onScope: (scope: ChatScope) => void;
  /** With the message at which the chat is to be shown. */
  readonly onOpen: (id: string, messageId?: string) => void;
  readonly onClose: () => void;
}

/** Earlier chats over the panel: search on top, arrows move, Enter opens, Delete deletes, Escape closes. */
export function ChatList(props: ChatListProps): JSX.Element {
  const { panel: state, found, proposed, scope, onScope, onOpen, onClose } = props;
  const { chats, workspace } = state;
  const { post } = useServices();
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    search.current?.focus();
    // What is searched is read beforehand, and pictures that nobody has read yet are.
    post({ type: 'chatsSearched', query: '' });
  }, []);

  const groups = groupChats(visibleChats(chats, { query, found, scope, workspace }), new Date());
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
        <IconButton
          icon="importFile"
          label={t('Import chats…')}
          onClick={() => post({ type: 'chatImportRequested' })}
        />
      </div>
      <Choice
        label={t('Which chats')}
        options={chatScopes.filter((option) => option !== 'workspace' || workspace !== undefined)}
        names={{ workspace: t('This workspace'), all: t('All'), archived: t('Archived') }}
        chosen={scope === 'workspace' && !workspace ? 'all' : scope}
        onChoose={onScope}
      />
      {groups.length === 0 && (
        <p class="chats-none" role="status">
          {query.trim() === '' ? emptyText(scope) : t('Nothing found for “{0}”.', query.trim())}
        </p>
      )}
      <ul class="chats-list" aria-label={t('Chats')}>
        {groups.flatMap((group) =>
          group.chats.map((listed, index) => (
            <ChatRow
              key={listed.chat.id}
              listed={listed}
              current={listed.chat.id === state.conversation.id}
              elsewhere={listed.chat.workspace?.id === workspace?.id ? undefined : listed.chat.workspace?.name}
              proposed={proposed}
              onOpen={() => onOpen(listed.chat.id, listed.place?.messageId)}
              onDeleted={() => search.current?.focus()}
              {...(index === 0 && { heading: group.title })}
            />
          )),
        )}
      </ul>
    </section>
  );
}

function emptyText(scope: ChatScope): string {
  switch (scope) {
    case 'workspace':
      return t('No chats were begun in this workspace yet.');
    case 'all':
      return t('No earlier chats yet.');
    case 'archived':
      return t('No chats are archived.');
  }
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
