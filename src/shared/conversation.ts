import type { Adjustment } from './adjustment';
import type { Citation, OutputCheck, RequestedToolCall, SpokenAnswer, TokenProbability } from './answer-parts';
import type { Attachment } from './attachment/attachment';
import type { Failure } from './failure';
import type { ParameterLayer } from './parameters';
import type { ReducedAttachment } from './reduced-attachment';
import type { TokenUsage } from './usage';

/** One chat as host and panel both see it: the fold of its events (see conversation-events.ts). */
export interface ConversationState {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly messages: readonly Message[];
  /** Where it went another way before. */
  readonly forks?: readonly Fork[];
  /** Where it was begun; absent outside of any folder, and in chats of earlier versions. */
  readonly workspace?: ChatWorkspace;
  /** It stands before all others in the list. */
  readonly isPinned?: boolean;
  /** It is kept out of the list, which shows it where archived chats are asked for. */
  readonly isArchived?: boolean;
  /** Parameters that the person set for this chat. */
  readonly parameters?: ParameterLayer;
  /** Instructions that go before every question of this chat. */
  readonly systemPrompt?: string;
}

/** A place from which the chat was asked anew, in other words or of another model: it goes on from there in several ways. */
export interface Fork {
  /** The message that they all follow; empty for the beginning of the chat. */
  readonly parentId: string;
  /** In the order in which they began. The one that is shown is in the chat's messages, and empty here. */
  readonly branches: readonly (readonly Message[])[];
  /** Which one is shown, counted from 0. */
  readonly current: number;
}

export type Message = UserMessage | AnswerMessage;

export interface UserMessage {
  readonly role: 'user';
  readonly id: string;
  readonly createdAt: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Its pictures stay in view but are not sent any more: a server refused them. */
  readonly imagesLeftOut?: boolean;
  /** Identifiers of attachments that the person wants to be sent whole with every further question. */
  readonly kept?: readonly string[];
}

/** Which model answered, as it was called when it did. */
export interface ModelLabel {
  /** Name of the endpoint, or of the built-in engine. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
  /** Nothing left this machine for its answer. */
  readonly isLocal?: boolean;
}

export type AnswerStatus =
  | 'streaming'
  | 'complete'
  /** The person pressed Stop. */
  | 'stopped'
  /** The stream or the editor ended before the answer did; what came is kept. */
  | 'interrupted'
  | 'failed';

/** Another answer to the same question, made in the same request. */
export interface AlternativeAnswer {
  readonly text: string;
  readonly reasoning: string;
}

export interface AnswerMessage {
  readonly role: 'assistant';
  readonly id: string;
  readonly createdAt: number;
  readonly model: ModelLabel;
  readonly text: string;
  readonly reasoning: string;
  readonly status: AnswerStatus;
  readonly usage?: TokenUsage;
  readonly failure?: Failure;
  /** The other answers where several were asked for; choosing one makes it `text`. */
  readonly alternatives?: readonly AlternativeAnswer[];
  /** The model's own words for why it does not answer. */
  readonly refusal?: string;
  readonly logprobs?: readonly TokenProbability[];
  readonly citations?: readonly Citation[];
  readonly toolCalls?: readonly RequestedToolCall[];
  readonly spoken?: SpokenAnswer;
  readonly output?: OutputCheck;
  /** What the server refused, and the request was sent without. */
  readonly adjustments?: readonly Adjustment[];
  /** What the request carried of earlier attachments in a smaller form. */
  readonly reduced?: readonly ReducedAttachment[];
  /** Set while a request waits before it is tried again; never stored. */
  readonly retry?: PendingRetry;
}

export interface PendingRetry {
  /** Which try comes next: 2 for the first repetition. */
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly resumesAt: number;
  readonly failure: Failure;
}

/** The folder or workspace file that a window has open. */
export interface ChatWorkspace {
  /** The same in each session; says nothing of where the folder is. */
  readonly id: string;
  /** As VS Code shows it. */
  readonly name: string;
}

/** A row in the list of earlier chats. */
export interface ConversationSummary {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  /** When it last changed, in milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly messageCount: number;
  readonly workspace?: ChatWorkspace;
  readonly isPinned?: boolean;
  readonly isArchived?: boolean;
  /** The person has deleted it and can still take that back. */
  readonly isDeleted?: boolean;
  /** The beginning of what is typed there and not sent; empty where something is only attached. */
  readonly draft?: string;
}
