import { t } from '@vscode/l10n';
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationState, Message } from '../../src/shared/conversation';
import { FindBar } from '../find/find-bar';
import type { Find } from '../find/use-find';
import { Icon } from '../icons/icon';
import type { ScrollPosition } from '../saved-view';
import { useServices } from '../services';
import { handleContentClick } from './content-clicks';
import { MessageList } from './message-list';
import { NearMessages } from './near-messages';
import { ScrollFollower } from './scroll-follower';

interface TranscriptProps {
  readonly conversation: ConversationState | undefined;
  readonly readOnly: boolean;
  /** Whether something lies over it; its place stays. */
  readonly covered: boolean;
  /** Where this chat was left, when the page was reloaded. */
  readonly restored: ScrollPosition | undefined;
  /** The message that is looked for from elsewhere: it is shown as soon as it is there. */
  readonly wanted: string | undefined;
  readonly find: Find;
  readonly follower: RefObject<ScrollFollower | null>;
  readonly onScrolled: () => void;
  /** Shown while there are no messages. */
  readonly children: ComponentChildren;
}

/** The conversation. It follows new text while it is scrolled to its end, and only then. */
export function Transcript(props: TranscriptProps): JSX.Element {
  const { conversation, readOnly, covered, restored, wanted, find, follower, onScrolled, children } = props;
  const services = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const [newText, setNewText] = useState(false);
  const messages = conversation?.messages ?? [];
  const near = useMemo(() => nearOf(messages, restored), [conversation?.id]);
  // While rendering: as soon as that is done, its place is looked for.
  useMemo(() => wanted !== undefined && near.show(wanted), [near, wanted]);
  useEffect(() => () => near.dispose(), [near]);

  useLayoutEffect(() => {
    if (!scroller.current || !content.current) {
      return;
    }
    const created = new ScrollFollower(
      { scroller: scroller.current, content: content.current },
      {
        onFollowing: setFollowing,
        onResized: onScrolled,
      },
    );
    follower.current = created;
    return () => created.dispose();
  }, []);

  useLayoutEffect(() => {
    if (conversation) {
      follower.current?.restore(restored ?? { type: 'end' });
    }
  }, [conversation?.id]);

  const ownQuestions = messages.filter((message) => message.role === 'user').length;
  useLayoutEffect(() => {
    if (ownQuestions > 0 && messages.at(-1)?.role === 'user') {
      follower.current?.toEnd();
    }
  }, [ownQuestions]);

  useEffect(() => setNewText(!following && messages.length > 0), [messages]);
  useEffect(() => setNewText(false), [following, conversation?.id]);

  const answering = messages.at(-1)?.role === 'assistant' && isStreaming(conversation);
  return (
    <div class="transcript-area" inert={covered}>
      {find.isOpen && (
        <FindBar
          messages={messages}
          scroller={scroller}
          input={find.input}
          onShow={(id) => near.show(id)}
          onClose={find.close}
        />
      )}
      <div
        ref={scroller}
        class="transcript"
        role="log"
        aria-label={t('Conversation')}
        aria-live="off"
        tabIndex={0}
        onScroll={onScrolled}
        onClick={(event) => handleContentClick(event, services)}
        onAuxClick={(event) => handleContentClick(event, services)}
      >
        <div class="transcript-content" ref={content}>
          {conversation && messages.length > 0 ? (
            <MessageList conversation={conversation} near={near} locked={readOnly || answering} />
          ) : (
            children
          )}
        </div>
      </div>
      {!following && (
        <button
          type="button"
          class="scroll-button"
          onClick={() => {
            follower.current?.toEnd();
            // The button goes away; the keyboard goes on in what it led to.
            scroller.current?.focus();
          }}
        >
          <Icon name="arrowDown" />
          <span>{newText ? t('New text below') : t('Scroll to the end')}</span>
        </button>
      )}
    </div>
  );
}

/** Around the message where the chat was left, or its end. */
function nearOf(messages: readonly Message[], restored: ScrollPosition | undefined): NearMessages {
  const left = restored?.type === 'message' ? messages.findIndex(({ id }) => id === restored.messageId) : -1;
  return new NearMessages(
    messages.map(({ id }) => id),
    left < 0 ? messages.length - 1 : left,
  );
}

function isStreaming(conversation: ConversationState | undefined): boolean {
  const last = conversation?.messages.at(-1);
  return last?.role === 'assistant' && last.status === 'streaming';
}
