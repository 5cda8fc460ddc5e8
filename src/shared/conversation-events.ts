import type {
  AnswerMessage,
  AnswerStatus,
  ConversationState,
  Message,
  ModelLabel,
  PendingRetry,
  UserMessage,
} from './conversation';
import type { Failure } from './failure';
import type { TokenUsage } from './usage';

/**
 * Everything that can happen to a chat. The journal stores these, the panel receives them, and both
 * fold them with `applyEvent`: there is one account of what a chat is.
 */
export type ConversationEvent =
  | { readonly type: 'conversationCreated'; readonly id: string; readonly title: string; readonly createdAt: number }
  | { readonly type: 'titleChanged'; readonly title: string }
  | { readonly type: 'userMessageAdded'; readonly message: UserMessage }
  | {
      readonly type: 'answerStarted';
      readonly messageId: string;
      readonly model: ModelLabel;
      readonly createdAt: number;
    }
  /** An answer that had ended goes on where it stopped. */
  | { readonly type: 'answerResumed'; readonly messageId: string; readonly model: ModelLabel }
  | { readonly type: 'textAppended'; readonly messageId: string; readonly text: string }
  | { readonly type: 'reasoningAppended'; readonly messageId: string; readonly text: string }
  | { readonly type: 'usageReported'; readonly messageId: string; readonly usage: TokenUsage }
  /** Shown, not stored: after a restart nothing waits any more. */
  | { readonly type: 'retryScheduled'; readonly messageId: string; readonly retry: PendingRetry }
  | {
      readonly type: 'answerEnded';
      readonly messageId: string;
      readonly status: Exclude<AnswerStatus, 'streaming'>;
      readonly failure?: Failure;
    }
  /** The pictures of these questions are not sent any more. */
  | { readonly type: 'imagesLeftOut'; readonly messageIds: readonly string[] }
  | { readonly type: 'messagesRemoved'; readonly messageIds: readonly string[] };

/** The chat before its first event. */
export const emptyConversation: ConversationState = { id: '', title: '', createdAt: 0, messages: [] };

/** Pure: returns a new state, and the same one where the event names a message that is not there. */
export function applyEvent(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'conversationCreated':
      return { id: event.id, title: event.title, createdAt: event.createdAt, messages: [] };
    case 'titleChanged':
      return { ...state, title: event.title };
    case 'userMessageAdded':
      return { ...state, messages: [...state.messages, event.message] };
    case 'answerStarted':
      return { ...state, messages: [...state.messages, startedAnswer(event)] };
    case 'answerResumed':
      return changeAnswer(state, event.messageId, ({ failure: _failure, ...answer }) => ({
        ...answer,
        model: event.model,
        status: 'streaming',
      }));
    case 'textAppended':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...withoutRetry(answer),
        text: answer.text + event.text,
      }));
    case 'reasoningAppended':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...withoutRetry(answer),
        reasoning: answer.reasoning + event.text,
      }));
    case 'usageReported':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, usage: event.usage }));
    case 'retryScheduled':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, retry: event.retry }));
    case 'answerEnded':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...withoutRetry(answer),
        status: event.status,
        ...(event.failure && { failure: event.failure }),
      }));
    case 'imagesLeftOut': {
      const named = new Set(event.messageIds);
      return {
        ...state,
        messages: state.messages.map((message) =>
          message.role === 'user' && named.has(message.id) ? { ...message, imagesLeftOut: true } : message,
        ),
      };
    }
    case 'messagesRemoved': {
      const removed = new Set(event.messageIds);
      return { ...state, messages: state.messages.filter((message) => !removed.has(message.id)) };
    }
  }
}

function startedAnswer(event: Extract<ConversationEvent, { type: 'answerStarted' }>): AnswerMessage {
  return {
    role: 'assistant',
    id: event.messageId,
    createdAt: event.createdAt,
    model: event.model,
    text: '',
    reasoning: '',
    status: 'streaming',
  };
}

function withoutRetry({ retry: _retry, ...answer }: AnswerMessage): AnswerMessage {
  return answer;
}

function changeAnswer(
  state: ConversationState,
  messageId: string,
  change: (answer: AnswerMessage) => AnswerMessage,
): ConversationState {
  // The message that changes is nearly always the last one: look from the end.
  const index = state.messages.findLastIndex((message) => message.id === messageId);
  const message = state.messages[index];
  if (message?.role !== 'assistant') {
    return state;
  }
  const messages: Message[] = state.messages.slice();
  messages[index] = change(message);
  return { ...state, messages };
}
