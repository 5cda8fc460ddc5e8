import type { TokenUsage } from '../shared/usage';
import type { ModelError } from './model-error';

/** Why a model stopped. `unknown` keeps what a server said when it is none of the standard reasons. */
export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'unknown';

/** One step of a streamed answer, in the order in which it came. */
export type ModelDelta =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  /** A piece of a tool call; pieces with the same `index` belong together and their arguments are joined. */
  | {
      readonly type: 'toolCall';
      readonly index: number;
      readonly id?: string;
      readonly name?: string;
      readonly argumentsText?: string;
    }
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  /** The answer is whole: comes once, and last. A stream that ends without it has thrown. */
  | { readonly type: 'finish'; readonly reason: FinishReason }
  /** Nothing has arrived yet and the request will be sent again after a wait. */
  | {
      readonly type: 'retry';
      /** Which try comes next: 2 for the first repetition. */
      readonly attempt: number;
      readonly delayMilliseconds: number;
      readonly error: ModelError;
    };

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as the model wrote it; not validated. */
  readonly argumentsText: string;
}

/** A whole answer. */
export interface ModelResult {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: FinishReason;
  /** Absent when the server reported none. */
  readonly usage?: TokenUsage;
}
