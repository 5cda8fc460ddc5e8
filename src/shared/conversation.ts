import type { Attachment } from './attachment';
import type { Failure } from './failure';
import type { TokenUsage } from './usage';

/** One chat as host and panel both see it: the fold of its events (see conversation-events.ts). */
export interface ConversationState {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly messages: readonly Message[];
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
}

/** Which model answered, as it was called when it did. */
export interface ModelLabel {
  /** Name of the endpoint, or of the built-in engine. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
}

export type AnswerStatus =
  | 'streaming'
  | 'complete'
  /** The person pressed Stop. */
  | 'stopped'
  /** The stream or the editor ended before the answer did; what came is kept. */
  | 'interrupted'
  | 'failed';

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

/** A row in the list of earlier chats. */
export interface ConversationSummary {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  /** When it last changed, in milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly messageCount: number;
}
