import type { ParameterLayer } from '../shared/parameters';
import type { EmbeddingResult, ModelDelta, ModelResult } from './deltas';
import type { MediaPart, ModelMessage } from './messages';
import type { ModelTarget } from './model-target';

/** What is known of a model. */
export type ModelMetadata = ModelTarget;

export interface ModelOptions {
  /** Ends the request at once; the call then throws the signal's reason, a stream ends by throwing it. */
  readonly signal?: AbortSignal;
  /** Win over those that the person set for the model and its endpoint. */
  readonly parameters?: ParameterLayer;
  /** Identifier of the chat that the usage is counted for. */
  readonly conversationId?: string;
}

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Length of the vectors, for models that can shorten them. */
  readonly dimensions?: number;
  /** Texts in one request, at most 2,048; 256 by default. */
  readonly batchSize?: number;
}

/** What `complete` may carry beside the prompt. */
export type PromptAttachment = MediaPart;

/**
 * One model, whatever serves it. Streams are cold: the request is sent when iteration starts, and leaving the loop
 * early cancels it. Every call throws `ModelError`, or the reason of the caller's own aborted signal.
 */
export interface MultimodalModel {
  readonly metadata: ModelMetadata;
  complete(prompt: string, attachments?: readonly PromptAttachment[], options?: ModelOptions): Promise<ModelResult>;
  streamComplete(
    prompt: string,
    attachments?: readonly PromptAttachment[],
    options?: ModelOptions,
  ): AsyncIterable<ModelDelta>;
  chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult>;
  streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncIterable<ModelDelta>;
  /** Throws `ModelError` of kind `unsupported` where the server has no embeddings. */
  embed(inputs: readonly string[], options?: EmbedOptions): Promise<EmbeddingResult>;
}
