import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../../src/shared/protocol';
import { wordsOf } from '../../src/shared/search-words';
import { Choice } from '../controls/choice';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import type { FoundChats, ProposedTitles } from '../state';
import { ChatRow } from './chat-row';
import { draftOf, draftOfNewChat, isNewChat } from './draft-line';
import { groupChats } from './group-chats';
import { NewChatRow } from './new-chat-row';
import { chatScopes, matchesElsewhere, visibleChats, type ChatScope, type MatchesElsewhere } from './visible-chats';

interface ChatListProps {
  readonly panel: PanelState;
  readonly found: FoundChats | undefined;
  readonly proposed: ProposedTitles | undefined;
  /** Chats that were just archived, by their identifiers. */
  readonly archived: readonly string[];
  readonly scope: ChatScope;
  readonly onScope: (scope: ChatScope) => void;
  /** With the message at which the chat is to be shown. */
  readonly onOpen: (id: string, messageId?: string) => void;
  /** Shows the chat in which nothing was asked yet. */
  readonly onOpenNew: () => void;
  readonly onClose: () => void;
}

/** Earlier chats over the panel: search on top, arrows move, Enter opens, Delete deletes, Escape closes. */
export function ChatList(props: ChatListProps): JSX.Element {
  const { panel: state, found, proposed, archived, scope, onScope, onOpen, onOpenNew, onClose } = props;
  const { chats, workspace } = state;
  const { post } = useServices();
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    search.current?.focus();
    // What is searched is read beforehand, and pictures that nobody has read yet are.
    post({ type: 'chatsSearched', query: '' });
    return () => post({ type: 'chatListClosed' });
  }, []);

  // The words of a draft are not searched.
  const newChatDraft = query.trim() === '' && scope !== 'archived' ? draftOfNewChat(state) : undefined;
  const filter = { query, found, scope, workspace, archived };
  const listed = visibleChats(chats ?? [], filter);
  const elsewhere = matchesElsewhere(chats ?? [], filter);
  const groups = groupChats(listed, new Date());
  const words = wordsOf(query);
  // In a search, what can be had back is no match.
  const isNothing = listed.every(({ undoable }) => query.trim() !== '' && undoable);
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
      {!chats ? (
        <p class="chats-none" role="status">
          <span class="spinner" /> {t('Reading the chats…')}
        </p>
      ) : (
        isNothing &&
        newChatDraft === undefined && (
          <p class="chats-none" role="status">
            {query.trim() === '' ? emptyText(scope) : t('Nothing found for “{0}”.', query.trim())}
          </p>
        )
      )}
      {elsewhere && (
        <button
          type="button"
          class="text-button chats-elsewhere"
          onClick={() => {
            onScope(elsewhere.scope);
            search.current?.focus();
          }}
        >
          {elsewhereText(elsewhere)}
        </button>
      )}
      <ul class="chats-list" aria-label={t('Chats')}>
        {newChatDraft !== undefined && (
          <NewChatRow draft={newChatDraft} current={isNewChat(state)} onOpen={onOpenNew} />
        )}
        {groups.flatMap((group) =>
          group.chats.map((row, index) => (
            <ChatRow
              key={row.chat.id}
              listed={row}
              current={row.chat.id === state.conversation.id}
              draft={draftOf(row.chat, state)}
              elsewhere={row.chat.workspace?.id === workspace?.id ? undefined : row.chat.workspace?.name}
              words={words}
              underDay={group.isDay}
              proposed={proposed}
              onOpen={() => onOpen(row.chat.id, row.place?.messageId)}
              onFocusLost={() => search.current?.focus()}
              {...(index === 0 && { heading: group.title })}
            />
          )),
        )}
      </ul>
    </section>
  );
}

function elsewhereText({ scope, count }: MatchesElsewhere): string {
  if (scope === 'archived') {
    return count === 1 ? t('1 match in Archived') : t('{0} matches in Archived', count);
  }
  return count === 1 ? t('1 more match in All') : t('{0} more matches in All', count);
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
