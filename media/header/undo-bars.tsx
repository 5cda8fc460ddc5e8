import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ConversationSummary } from '../../src/shared/conversation';
import { UNDO_MILLISECONDS } from '../../src/shared/undo-time';
import { UndoBar } from './undo-bar';

interface UndoBarsProps {
  readonly chats: readonly ConversationSummary[];
  /** Which of them were just archived. */
  readonly archived: readonly string[];
  readonly onFocusLost: () => void;
  /** A chat is left in the archive. */
  readonly onArchived: (id: string) => void;
}

/** All chats that were just deleted or archived. */
export function UndoBars({ chats, archived, onFocusLost, onArchived }: UndoBarsProps): JSX.Element {
  return (
    <>
      {chats.map((chat) =>
        chat.isDeleted ? (
          <UndoBar key={chat.id} chat={chat} undoable="deleted" onFocusLost={onFocusLost} />
        ) : (
          archived.includes(chat.id) && (
            <ArchivedBar key={chat.id} chat={chat} onFocusLost={onFocusLost} onOver={() => onArchived(chat.id)} />
          )
        ),
      )}
    </>
  );
}

interface ArchivedBarProps {
  readonly chat: ConversationSummary;
  readonly onFocusLost: () => void;
  readonly onOver: () => void;
}

/** The host knows when a deletion can't be taken back any more; an archived chat is only no longer spoken of. */
function ArchivedBar({ chat, onFocusLost, onOver }: ArchivedBarProps): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(onOver, UNDO_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [chat.id]);
  return <UndoBar chat={chat} undoable="archived" onFocusLost={onFocusLost} />;
}
