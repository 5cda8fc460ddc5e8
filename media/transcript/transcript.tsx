import { t } from '@vscode/l10n';
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationState, Message } from '../../src/shared/conversation';
import { emptyConversation } from '../../src/shared/conversation-events';
import { FindBar } from '../find/find-bar';
import { useFind } from '../find/use-find';
import { Icon } from '../icons/icon';
import type { ScrollPosition } from '../saved-view';
import { useServices } from '../services';
import { forksByMessage } from './forks-by-message';
import { handleContentClick } from './content-clicks';
import { MessageView, Near } from './message-view';
import { NearMessages } from './near-messages';
import { usePlaceTargets } from './place-targets';
import { Questions, useQuestions } from './questions';
import { ScrollFollower } from './scroll-follower';

interface TranscriptProps {
  readonly conversation: ConversationState | undefined;
  readonly readOnly: boolean;
  /** Whether something lies over it; its place stays. */
  readonly covered: boolean;
  /** Where this chat was left, when the page was reloaded. */
  readonly restored: ScrollPosition | undefined;
  readonly follower: RefObject<ScrollFollower | null>;
  readonly onScrolled: () => void;
  /** Shown while there are no messages. */
  readonly children: ComponentChildren;
}

/** The conversation. It follows new text while it is scrolled to its end, and only then. */
export function Transcript(props: TranscriptProps): JSX.Element {
  const { conversation, readOnly, covered, restored, follower, onScrolled, children } = props;
  const services = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const [newText, setNewText] = useState(false);
  const messages = conversation?.messages ?? [];
  const places = usePlaceTargets(messages);
  const questions = useQuestions(messages);
  const forks = useMemo(
    () => forksByMessage(conversation ?? emptyConversation),
    [conversation?.forks, messages.length],
  );

  const find = useFind(scroller);
  const near = useMemo(() => nearOf(messages, restored), [conversation?.id]);
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
          <Near.Provider value={near}>
            <Questions.Provider value={questions}>
              {messages.length === 0
                ? children
                : messages.map((message, index) => (
                    <MessageView
                      // What takes the place of another version keeps the focus in its switch.
                      key={forks.has(message.id) ? `after ${forks.get(message.id)?.parentId}` : message.id}
                      message={message}
                      locked={readOnly || answering}
                      last={index === messages.length - 1}
                      fork={forks.get(message.id)}
                      places={places.get(message.id)}
                    />
                  ))}
            </Questions.Provider>
          </Near.Provider>
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
