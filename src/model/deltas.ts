import type { Adjustment } from '../shared/adjustment';
import type { Citation, OutputCheck, RequestedToolCall, TokenProbability } from '../shared/answer-parts';
import type { TokenUsage } from '../shared/usage';
import type { ModelError } from './model-error';

/** Why a model stopped. `unknown` keeps what a server said when it is none of the standard reasons. */
export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'unknown';

/** Which of several answers (`n`) a delta belongs to; absent for the first, 1 for the second. */
interface OfAlternative {
  readonly alternative?: number;
}

/** One step of a streamed answer, in the order in which it came. */
export type ModelDelta =
  | ({ readonly type: 'text'; readonly text: string } & OfAlternative)
  | ({
      readonly type: 'reasoning';
      readonly text: string;
      /**
       * The text that has come of this answer was reasoning too: its opening tag stood in the prompt, and its end, which
       * is in the text, is the closing tag `</think>`. Comes at most once.
       */
      readonly claimsText?: true;
    } & OfAlternative)
  /** The model says in its own words why it does not answer. */
  | ({ readonly type: 'refusal'; readonly text: string } & OfAlternative)
  /** A piece of a tool call; pieces with the same `index` belong together and their arguments are joined. */
  | ({
      readonly type: 'toolCall';
      readonly index: number;
      readonly id?: string;
      readonly name?: string;
      readonly argumentsText?: string;
    } & OfAlternative)
  /** A piece of the spoken answer, in the format that was asked for (`pcm16` is 24 kHz, mono, little endian). */
  | { readonly type: 'audio'; readonly bytes?: Uint8Array; readonly transcript?: string; readonly format: string }
  | { readonly type: 'citation'; readonly citation: Citation }
  | ({ readonly type: 'logprobs'; readonly tokens: readonly TokenProbability[] } & OfAlternative)
  /** The server refused a parameter and the request was sent again without it. */
  | { readonly type: 'adjusted'; readonly adjustment: Adjustment }
  /** Whether the answer is the JSON that `response_format` asked for; comes before `finish`. */
  | { readonly type: 'outputChecked'; readonly check: OutputCheck }
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  /** The answer is whole: comes once, and last. A stream that ends without it has thrown. */
  | {
      readonly type: 'finish';
      readonly reason: FinishReason;
      /** Those of the second and further answers. */
      readonly alternatives?: readonly FinishReason[];
    }
  /** Nothing has arrived yet and the request will be sent again after a wait. */
  | {
      readonly type: 'retry';
      /** Which try comes next: 2 for the first repetition. */
      readonly attempt: number;
      readonly delayMilliseconds: number;
      readonly error: ModelError;
    };

export type ToolCall = RequestedToolCall;

/** One of several answers to the same question. */
export interface Alternative {
  readonly text: string;
  readonly reasoning: string;
  /** Empty unless the model declined to answer. */
  readonly refusal: string;
  readonly toolCalls: readonly ToolCall[];
  readonly logprobs: readonly TokenProbability[];
  readonly finishReason: FinishReason;
}

/** A whole answer. */
export interface ModelResult extends Alternative {
  /** The second and further answers, where `n` asked for more than one. */
  readonly alternatives: readonly Alternative[];
  readonly citations: readonly Citation[];
  readonly audio?: { readonly bytes: Uint8Array; readonly format: string; readonly transcript: string };
  readonly adjustments: readonly Adjustment[];
  readonly output?: OutputCheck;
  /** Absent when the server reported none. */
  readonly usage?: TokenUsage;
}

/** Vectors of texts, in the order of the texts. */
export interface EmbeddingResult {
  readonly vectors: readonly Float32Array[];
  /** Sum over all requests; absent when the server reported none. */
  readonly usage?: TokenUsage;
}
