import type { TokenUsage } from '../shared/usage';
import type { FinishReason, ModelDelta } from './deltas';
import type { ModelError } from './model-error';
import type { ModelMetadata } from './multimodal-model';

export const operations = ['chat', 'embed', 'transcribe'] as const;
export type Operation = (typeof operations)[number];

interface EventBase {
  /** The same for all events of one request, its repetitions included; unique in this window. */
  readonly id: string;
  readonly endpoint: string;
  readonly model: string;
  /** Milliseconds since the request began. */
  readonly milliseconds: number;
}

/** What happens to the requests of all models: for usage, instrumentation and the record of the last request. */
export type ModelEvent =
  | (EventBase & {
      readonly type: 'started';
      readonly operation: Operation;
      readonly metadata: ModelMetadata;
      /** What is sent stays on this machine. */
      readonly isLocal: boolean;
      /** Milliseconds since the epoch. */
      readonly startedAt: number;
      readonly conversationId?: string;
    })
  /** Before the first delta that holds something of the answer. */
  | (EventBase & { readonly type: 'firstToken' })
  | (EventBase & { readonly type: 'delta'; readonly delta: ModelDelta })
  | (EventBase & {
      readonly type: 'ended';
      readonly finishReason?: FinishReason;
      /** With its cost, where that is known; estimated where the server told nothing. */
      readonly usage: TokenUsage;
      /** What Iris took the question for, where the server counted one with media in it. */
      readonly estimatedInputTokens?: number;
    })
  /** `usage` counts what came before it broke off; absent when nothing did. */
  | (EventBase & { readonly type: 'failed'; readonly error: ModelError; readonly usage?: TokenUsage })
  | (EventBase & { readonly type: 'cancelled'; readonly usage?: TokenUsage });

export type ModelObserver = (event: ModelEvent) => void;
