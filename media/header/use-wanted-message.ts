import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConversationState } from '../../src/shared/conversation';
import { useServices } from '../services';
import type { WantedMessage } from '../state';
import type { ScrollFollower } from '../transcript/scroll-follower';
import { waysTo } from './ways-to';

/** Pixels above a message that is shown. */
const offset = 24;

interface Wanted {
  readonly conversation: ConversationState | undefined;
  readonly wanted: WantedMessage | undefined;
  readonly follower: RefObject<ScrollFollower | null>;
  readonly onShown: () => void;
}

/** Shows a message as soon as its chat is there; where the chat has gone another way since, that way is taken again. */
export function useWantedMessage({ conversation, wanted, follower, onShown }: Wanted): void {
  const { chooseBranch } = useServices();
  /** The way that the host was asked to go last. */
  const asked = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (!wanted || conversation?.id !== wanted.conversationId) {
      return;
    }
    const { messageId } = wanted;
    if (conversation.messages.some(({ id }) => id === messageId)) {
      asked.current = undefined;
      follower.current?.restore({ type: 'message', messageId, offset });
      flash(messageId);
      onShown();
      return;
    }
    const [first] = waysTo(conversation, messageId);
    const way = JSON.stringify(first);
    if (first && asked.current !== way) {
      asked.current = way;
      chooseBranch(first.parentId, first.branch);
    } else {
      // It is gone, or it can't be shown while an answer is coming, which the host has said.
      asked.current = undefined;
      onShown();
    }
  }, [conversation?.id, conversation?.messages, wanted]);
}

function flash(messageId: string): void {
  const message = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`);
  message?.classList.add('message-found');
  message?.addEventListener('animationend', () => message.classList.remove('message-found'), { once: true });
}
