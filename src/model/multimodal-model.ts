import type { ModelDelta, ModelResult } from './deltas';
import type { ImagePart, ModelMessage } from './messages';

export interface ModelMetadata {
  /** Name of the endpoint, or of the built-in engine. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
  /** The built-in engine: no key and no network. */
  readonly offline: boolean;
}

export interface ModelOptions {
  /** Ends the request at once; the call then throws the signal's reason, a stream ends by throwing it. */
  readonly signal?: AbortSignal;
}

/** What `complete` may carry beside the prompt. */
export type PromptAttachment = ImagePart;

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
}
