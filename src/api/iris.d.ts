/**
 * The public API of the Iris extension. Copy this file, or depend on the extension and import it as a type:
 *
 *     const iris = vscode.extensions.getExtension<IrisApi>('iris-multimodal.iris-multimodal');
 *     const api = await iris?.activate();
 *     const model = await api?.getModel();
 *     const result = await model?.complete('What does this show?', [
 *       { type: 'image', image: { mediaType: 'image/png', bytes } },
 *     ]);
 */
export interface IrisApi {
  /** Version of this API, raised when something is taken away: `1`. */
  readonly version: 1;
  /**
   * The model that the person has chosen; the built-in engine until they choose another. It keeps serving that choice:
   * ask again after `onDidChangeModel`.
   */
  getModel(): Promise<MultimodalModel>;
  /** Fires when the person chooses another model. */
  readonly onDidChangeModel: (listener: () => void) => { dispose(): void };
}

/**
 * One model, whatever serves it. Streams are cold: the request is sent when iteration starts, and leaving the loop
 * early cancels it. Calls throw an error named `ModelError`, or the reason of your own aborted signal.
 */
export interface MultimodalModel {
  readonly metadata: ModelMetadata;
  complete(prompt: string, attachments?: readonly ImagePart[], options?: ModelOptions): Promise<ModelResult>;
  streamComplete(prompt: string, attachments?: readonly ImagePart[], options?: ModelOptions): AsyncIterable<ModelDelta>;
  chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult>;
  streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncIterable<ModelDelta>;
}

export interface ModelMetadata {
  /** Name of the endpoint, or of the built-in engine. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
  /** The built-in engine: no key and no network. */
  readonly offline: boolean;
}

export interface ModelOptions {
  /** Ends the request at once; the call then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly content: readonly ContentPart[] }
  | { readonly role: 'assistant'; readonly text: string };

export type ContentPart = TextPart | ImagePart;

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface ImagePart {
  readonly type: 'image';
  /** Bytes with their media type, or an address that the server fetches itself where it can. */
  readonly image: { readonly mediaType: string; readonly bytes: Uint8Array } | { readonly url: string };
  /** How closely to look (OpenAI's `image_url.detail`). */
  readonly detail?: 'auto' | 'low' | 'high' | 'original';
  readonly name?: string;
}

export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'unknown';

/** One step of a streamed answer, in the order in which it came. */
export type ModelDelta =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  /** Pieces with the same `index` belong together and their arguments are joined. */
  | {
      readonly type: 'toolCall';
      readonly index: number;
      readonly id?: string;
      readonly name?: string;
      readonly argumentsText?: string;
    }
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  | { readonly type: 'finish'; readonly reason: FinishReason }
  /** Nothing has arrived yet and the request will be sent again after a wait. */
  | {
      readonly type: 'retry';
      /** Which try comes next: 2 for the first repetition. */
      readonly attempt: number;
      readonly delayMilliseconds: number;
      readonly error: ModelError;
    };

export interface ModelResult {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly argumentsText: string }[];
  readonly finishReason: FinishReason;
  /** Absent when the server reported none. */
  readonly usage?: TokenUsage;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens?: number;
  readonly reasoningTokens?: number;
}

/** What a model throws. */
export interface ModelError extends Error {
  readonly name: 'ModelError';
  /** For instance `unauthorized`, `rateLimited`, `imagesUnsupported`, `connectionRefused`. */
  readonly kind: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The server's own words, with keys removed. */
  readonly detail: string | undefined;
  /** How long the server asked to wait. */
  readonly retryAfterMilliseconds: number | undefined;
  readonly requestId: string | undefined;
}
