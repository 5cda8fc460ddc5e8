import type { OpenAI } from 'openai';
import type { ChatParameters, JsonObject, ParameterName, ResponseFormat } from '../../shared/parameters';
import type { ModelDelta } from '../deltas';
import type { ModelMessage } from '../messages';
import type { Exchange } from './exchange';
import type { JsonRecord } from '../json';
import type { AnswerSummary } from './request';

/** A format whose schema, if it has one, is here and not in a file. */
export type ResolvedFormat = Exclude<ResponseFormat, { readonly schema_file: string }>;

/** Parameters that become fields of the body: checked, their files read, without what the server refuses. */
export type BodyParameters = Omit<
  ChatParameters,
  'image_detail' | 'extra_headers' | 'extra_query' | 'extra_body' | 'response_format'
> & { readonly response_format?: ResolvedFormat };

/** What one request asks, whichever of OpenAI's protocols carries it. */
export interface RequestPlan {
  readonly model: string;
  /** The `detail` of each picture is final: `image_detail` and the server's refusals have been worked in. */
  readonly messages: readonly ModelMessage[];
  readonly parameters: BodyParameters;
  /** What the answer has to be, even where the server refused to be asked for it. */
  readonly responseFormat?: ResolvedFormat;
  readonly streaming: boolean;
  /** The model is known to think, and its server has not refused to be asked about that. */
  readonly reasons?: boolean;
  /** The server refused to be asked for summaries of what the model thinks. */
  readonly withoutSummary?: boolean;
}

/** Something as one request carries it that its server may refuse. */
export interface SentParameter {
  /** By which the refusal is remembered. */
  readonly parameter: string;
  /** Its field in the body. */
  readonly field: string;
  /** Field, paths and other names by which a server may speak of it. */
  readonly names: readonly string[];
  /** The values that it is sent with, where a server may take others. */
  readonly values?: readonly string[];
}

/** What a client's method takes beside the body. */
export interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** One of OpenAI's protocols. Retries, refused parameters, headers and `extra_body` are the same for all and not its business. */
export interface Api {
  /** Sent where nothing else is set and nobody took it away. */
  defaults(streaming: boolean): ChatParameters;
  /** Names and paths by which servers speak of a parameter, where they are not its own, such as `reasoning.effort`. */
  readonly wireNames: Readonly<Record<string, ParameterName>>;
  /** What the body asks for beside the parameters. */
  extras(plan: RequestPlan): readonly SentParameter[];
  /** Whether a JSON body is an answer, a failed one too; any other is an error or no answer at all. */
  readonly isAnswer: (body: JsonRecord) => boolean;
  /** The body, with `stream` where the plan says so. */
  body(plan: RequestPlan): JsonObject;
  /** Sends the body; gives the events of a stream, or the one whole answer; of a server that streams unasked, the events too. `body.stream` decides which is asked for. */
  send(client: OpenAI, body: JsonObject, options: SendOptions): Promise<AsyncIterable<unknown> | Iterable<unknown>>;
  /** `usage` and `finish` come last; throws `FailedRequest` where the answer is not whole. */
  read(
    chunks: AsyncIterable<unknown> | Iterable<unknown>,
    exchange: Exchange,
    plan: RequestPlan,
  ): AsyncGenerator<ModelDelta, AnswerSummary>;
}
