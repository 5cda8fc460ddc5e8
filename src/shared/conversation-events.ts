import type { Adjustment } from './adjustment';
import type { Attachment } from './attachment/attachment';
import type { Citation, OutputCheck, RequestedToolCall, SpokenAnswer, TokenProbability } from './answer-parts';
import { claimedReasoning } from './claimed-reasoning';
import type {
  AnswerMessage,
  AnswerStatus,
  ChatWorkspace,
  ConversationState,
  Message,
  ModelLabel,
  PendingRetry,
  UserMessage,
} from './conversation';
import type { Failure } from './failure';
import { chooseBranch, removeMessages, startBranch } from './forks';
import type { ParameterLayer } from './parameters';
import type { ReducedAttachment } from './reduced-attachment';
import { withGrowth } from './text-growth';
import type { TokenUsage } from './usage';

/**
 * Everything that can happen to a chat. The journal stores these, the panel receives them, and both
 * fold them with `applyEvent`: there is one account of what a chat is.
 */
export type ConversationEvent =
  | {
      readonly type: 'conversationCreated';
      readonly id: string;
      readonly title: string;
      readonly createdAt: number;
      readonly workspace?: ChatWorkspace;
    }
  | { readonly type: 'titleChanged'; readonly title: string }
  | { readonly type: 'conversationPinned'; readonly pinned: boolean }
  | { readonly type: 'conversationArchived'; readonly archived: boolean }
  | { readonly type: 'userMessageAdded'; readonly message: UserMessage }
  | {
      readonly type: 'answerStarted';
      readonly messageId: string;
      readonly model: ModelLabel;
      readonly createdAt: number;
    }
  /** An answer that had ended goes on where it stopped. */
  | { readonly type: 'answerResumed'; readonly messageId: string; readonly model: ModelLabel }
  | AppendedText<'textAppended'>
  | AppendedText<'reasoningAppended'>
  /** All text so far was the model's reasoning, as the closing tag at its end tells. */
  | { readonly type: 'textBecameReasoning'; readonly messageId: string; readonly alternative?: number }
  | { readonly type: 'refusalAppended'; readonly messageId: string; readonly text: string }
  | { readonly type: 'logprobsAppended'; readonly messageId: string; readonly tokens: readonly TokenProbability[] }
  | { readonly type: 'citationsAdded'; readonly messageId: string; readonly citations: readonly Citation[] }
  /** Whole calls only: one that was cut is not told. */
  | { readonly type: 'toolCallsRequested'; readonly messageId: string; readonly calls: readonly RequestedToolCall[] }
  | { readonly type: 'answerSpoken'; readonly messageId: string; readonly spoken: SpokenAnswer }
  | { readonly type: 'outputChecked'; readonly messageId: string; readonly output: OutputCheck }
  | { readonly type: 'requestAdjusted'; readonly messageId: string; readonly adjustment: Adjustment }
  /** Replaces what an earlier try of the same answer told. */
  | { readonly type: 'attachmentsReduced'; readonly messageId: string; readonly reduced: readonly ReducedAttachment[] }
  /** What goes with a question is other than before: prepared for another model, without secrets, or less. */
  | {
      readonly type: 'attachmentsReplaced';
      readonly messageId: string;
      readonly attachments: readonly Attachment[];
    }
  /** The person wants an attachment to be sent whole with every further question, or not any more. */
  | {
      readonly type: 'attachmentKept';
      readonly messageId: string;
      readonly attachmentId: string;
      readonly kept: boolean;
    }
  /** The person prefers another of several answers, counted from 0 among `alternatives`; the two change places. */
  | { readonly type: 'alternativeChosen'; readonly messageId: string; readonly alternative: number }
  | { readonly type: 'usageReported'; readonly messageId: string; readonly usage: TokenUsage }
  /** Shown, not stored: after a restart nothing waits any more. */
  | { readonly type: 'retryScheduled'; readonly messageId: string; readonly retry: PendingRetry }
  | {
      readonly type: 'answerEnded';
      readonly messageId: string;
      readonly status: Exclude<AnswerStatus, 'streaming'>;
      readonly failure?: Failure;
    }
  /** Replaces all that were set; empty when the last was taken away. */
  | { readonly type: 'parametersChanged'; readonly parameters: ParameterLayer }
  /** Empty: there is none any more. */
  | { readonly type: 'systemPromptChanged'; readonly systemPrompt: string }
  /** The pictures of these questions are not sent any more. */
  | { readonly type: 'imagesLeftOut'; readonly messageIds: readonly string[] }
  | { readonly type: 'messagesRemoved'; readonly messageIds: readonly string[] }
  /**
   * What follows a message (empty: the whole chat) is put aside for what comes next; where it is not worth keeping, such
   * as an answer that failed before its first word, it is forgotten.
   */
  | { readonly type: 'branchStarted'; readonly parentId: string; readonly keepsOld: boolean }
  /** Another of the ways that go on from a message is shown, counted from 0. */
  | { readonly type: 'branchChosen'; readonly parentId: string; readonly branch: number };

/** Says where a chat stands in the list; nothing is said in it. */
export type FilingEvent = Extract<
  ConversationEvent,
  { type: 'titleChanged' | 'conversationPinned' | 'conversationArchived' }
>;

interface AppendedText<T extends string> {
  readonly type: T;
  readonly messageId: string;
  readonly text: string;
  /** Which of several answers, counted from 1; absent for the first. */
  readonly alternative?: number;
}

/** The chat before its first event. */
export const emptyConversation: ConversationState = { id: '', title: '', createdAt: 0, messages: [] };

/** Pure: returns a new state, and the same one where the event names a message that is not there. */
export function applyEvent(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'conversationCreated':
      // Parameters and a system prompt may have been set before the first question.
      return {
        ...state,
        id: event.id,
        title: event.title,
        createdAt: event.createdAt,
        messages: [],
        ...(event.workspace && { workspace: event.workspace }),
      };
    case 'titleChanged':
      return { ...state, title: event.title };
    case 'conversationPinned':
      return { ...state, isPinned: event.pinned };
    case 'conversationArchived':
      return { ...state, isArchived: event.archived };
    case 'userMessageAdded':
      return { ...state, messages: [...state.messages, event.message] };
    case 'answerStarted':
      return { ...state, messages: [...state.messages, startedAnswer(event)] };
    case 'answerResumed':
      return changeAnswer(state, event.messageId, ({ failure: _failure, output: _output, ...answer }) => ({
        ...answer,
        model: event.model,
        status: 'streaming',
      }));
    case 'textAppended':
      return changeAnswer(state, event.messageId, (answer) => appendTo(answer, 'text', event));
    case 'reasoningAppended':
      return changeAnswer(state, event.messageId, (answer) => appendTo(answer, 'reasoning', event));
    case 'textBecameReasoning':
      return changeAnswer(state, event.messageId, (answer) => claimText(answer, event.alternative));
    case 'refusalAppended':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...withoutRetry(answer),
        refusal: (answer.refusal ?? '') + event.text,
      }));
    case 'logprobsAppended':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...answer,
        logprobs: [...(answer.logprobs ?? []), ...event.tokens],
      }));
    case 'citationsAdded':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...answer,
        citations: [...(answer.citations ?? []), ...event.citations],
      }));
    case 'toolCallsRequested':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, toolCalls: event.calls }));
    case 'answerSpoken':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, spoken: event.spoken }));
    case 'outputChecked':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, output: event.output }));
    case 'requestAdjusted':
      return changeAnswer(state, event.messageId, (answer) => ({
        ...answer,
        adjustments: [...(answer.adjustments ?? []), event.adjustment],
      }));
    case 'attachmentsReduced':
      return changeAnswer(state, event.messageId, (answer) => ({ ...answer, reduced: event.reduced }));
    case 'attachmentsReplaced':
      return changeQuestion(state, event.messageId, (question) => ({ ...question, attachments: event.attachments }));
    case 'attachmentKept':
      return changeQuestion(state, event.messageId, (question) => withKept(question, event));
    case 'alternativeChosen':
      return changeAnswer(state, event.messageId, (answer) => withAlternative(answer, event.alternative));
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
    case 'parametersChanged':
      return { ...state, parameters: event.parameters };
    case 'systemPromptChanged':
      return { ...state, systemPrompt: event.systemPrompt };
    case 'imagesLeftOut': {
      const named = new Set(event.messageIds);
      return {
        ...state,
        messages: state.messages.map((message) =>
          message.role === 'user' && named.has(message.id) ? { ...message, imagesLeftOut: true } : message,
        ),
      };
    }
    case 'messagesRemoved':
      return removeMessages(state, new Set(event.messageIds));
    case 'branchStarted':
      return startBranch(state, event.parentId, event.keepsOld);
    case 'branchChosen':
      return chooseBranch(state, event.parentId, event.branch);
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

function appendTo(
  answer: AnswerMessage,
  field: 'text' | 'reasoning',
  { text, alternative = 0 }: { readonly text: string; readonly alternative?: number },
): AnswerMessage {
  if (alternative === 0) {
    const longer = { ...withoutRetry(answer), [field]: answer[field] + text };
    return field === 'text' ? withGrowth(longer, { from: answer.text, by: text }) : longer;
  }
  const alternatives = answer.alternatives?.slice() ?? [];
  while (alternatives.length < alternative) {
    alternatives.push({ text: '', reasoning: '' });
  }
  const index = alternative - 1;
  const before = alternatives[index] ?? { text: '', reasoning: '' };
  return {
    ...withoutRetry(answer),
    alternatives: alternatives.with(index, { ...before, [field]: before[field] + text }),
  };
}

function claimText(answer: AnswerMessage, alternative = 0): AnswerMessage {
  const claimed = <T extends { readonly text: string; readonly reasoning: string }>(part: T): T => ({
    ...part,
    text: '',
    reasoning: part.reasoning + claimedReasoning(part.text),
  });
  return alternative === 0
    ? claimed(answer)
    : {
        ...answer,
        ...(answer.alternatives && {
          alternatives: answer.alternatives.map((other, index) => (index === alternative - 1 ? claimed(other) : other)),
        }),
      };
}

function withAlternative(answer: AnswerMessage, index: number): AnswerMessage {
  const chosen = answer.alternatives?.[index];
  if (!answer.alternatives || !chosen) {
    return answer;
  }
  // What was measured belongs to the answer that is put aside.
  const { text, reasoning, logprobs: _logprobs, output: _output, ...rest } = answer;
  return { ...rest, ...chosen, alternatives: answer.alternatives.with(index, { text, reasoning }) };
}

function withKept(
  question: UserMessage,
  { attachmentId, kept }: { readonly attachmentId: string; readonly kept: boolean },
): UserMessage {
  const others = (question.kept ?? []).filter((id) => id !== attachmentId);
  return { ...question, kept: kept ? [...others, attachmentId] : others };
}

function withoutRetry({ retry: _retry, ...answer }: AnswerMessage): AnswerMessage {
  return answer;
}

function changeQuestion(
  state: ConversationState,
  messageId: string,
  change: (question: UserMessage) => UserMessage,
): ConversationState {
  return {
    ...state,
    messages: state.messages.map((message) =>
      message.role === 'user' && message.id === messageId ? change(message) : message,
    ),
  };
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
