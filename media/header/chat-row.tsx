import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConversationSummary } from '../../src/shared/conversation';
import type { FoundPlace } from '../../src/shared/found-chat';
import { language } from '../../src/shared/language';
import { markWords } from '../../src/shared/search-words';
import { MenuButton } from '../controls/menu-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import type { ProposedTitles } from '../state';
import { chatMenu } from './chat-menu';
import { DraftLine } from './draft-line';
import type { ListedChat } from './visible-chats';
import { RenameForm } from './rename-form';
import { UndoBar } from './undo-bar';

interface ChatRowProps {
  readonly listed: ListedChat;
  readonly current: boolean;
  /** The beginning of what is typed there and not sent. */
  readonly draft: string | undefined;
  /** Name of the workspace that it was begun in, where that is another one. */
  readonly elsewhere: string | undefined;
  /** What is searched for. */
  readonly words: readonly string[];
  /** Whether the heading above it names the day on which it changed. */
  readonly underDay: boolean;
  /** Shown above the first chat of a group. */
  readonly heading?: string;
  readonly proposed: ProposedTitles | undefined;
  readonly onOpen: () => void;
  /** What has the focus goes away. */
  readonly onFocusLost: () => void;
}

/** A chat in the list: Enter opens, F2 renames, Delete deletes; deleting and archiving can be taken back in its place. */
export function ChatRow({ listed, heading, ...props }: ChatRowProps): JSX.Element {
  const { chat, undoable } = listed;
  return (
    <li class="chat-row">
      {heading !== undefined && <h2 class="chat-group">{heading}</h2>}
      {undoable ? (
        <UndoBar chat={chat} undoable={undoable} onFocusLost={props.onFocusLost} />
      ) : (
        <ChatLine listed={listed} {...props} />
      )}
    </li>
  );
}

function ChatLine(props: Omit<ChatRowProps, 'heading'>): JSX.Element {
  const { listed, current, draft, words, proposed, onOpen, onFocusLost } = props;
  const { chat, place } = listed;
  const services = useServices();
  const [renaming, setRenaming] = useState(false);
  const openButton = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useLayoutEffect(() => {
    // What had the focus is gone.
    if (!renaming && wasRenaming.current) {
      openButton.current?.focus();
    }
    wasRenaming.current = renaming;
  }, [renaming]);
  const title = chat.title || t('New chat');
  const remove = (): void => {
    services.post({ type: 'chatDeleted', id: chat.id });
    services.announce(t('{0} deleted', title));
    onFocusLost();
  };
  const rename = (): void => setRenaming(true);
  if (renaming) {
    return <RenameForm id={chat.id} title={chat.title} proposed={proposed} onDone={() => setRenaming(false)} />;
  }
  return (
    <div
      class="chat-line"
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'F2') {
          event.preventDefault();
          (event.key === 'F2' ? rename : remove)();
        }
      }}
    >
      <button
        ref={openButton}
        type="button"
        class="chat-open"
        title={title}
        {...(current && { 'aria-current': 'true' as const })}
        onClick={onOpen}
      >
        <span class="chat-name" dir="auto">
          {chat.isPinned && <Icon name="pin" />}
          <Marked text={title} words={words} />
        </span>
        {place && <PlaceLine place={place} words={words} />}
        {draft !== undefined && <DraftLine words={draft} />}
        <span class="chat-detail">{describeChat(chat, props)}</span>
      </button>
      <MenuButton
        icon="more"
        label={t('More about {0}', title)}
        items={chatMenu(chat, services, { onRename: rename, onDelete: remove, onArchive: onFocusLost })}
      />
    </div>
  );
}

/** The words around what was found. */
function PlaceLine({ place, words }: { readonly place: FoundPlace; readonly words: readonly string[] }): JSX.Element {
  return (
    <span class="chat-place" dir="auto">
      {place.attachment !== undefined && <span class="chat-source">{t('{0}:', place.attachment)} </span>}
      <Marked text={place.excerpt} words={words} />
    </span>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }): JSX.Element {
  return (
    <>
      {markWords(text, words).map((part, index) => (part.isMatch ? <mark key={index}>{part.text}</mark> : part.text))}
    </>
  );
}

type ShownIn = Pick<ChatRowProps, 'current' | 'elsewhere' | 'underDay'>;

function describeChat(chat: ConversationSummary, { current, elsewhere, underDay }: ShownIn): string {
  const changed = new Date(chat.updatedAt);
  const isDayKnown = underDay || changed.toDateString() === new Date().toDateString();
  const when = isDayKnown
    ? changed.toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit' })
    : changed.toLocaleDateString(language(), { month: 'short', day: 'numeric' });
  const count = chat.messageCount === 1 ? t('1 message') : t('{0} messages', chat.messageCount);
  return [
    ...(current ? [t('Open')] : []),
    ...(chat.isArchived ? [t('Archived')] : []),
    when,
    count,
    ...(elsewhere === undefined ? [] : [elsewhere]),
  ].join(' · ');
}
