/**
 * One model, whatever serves it. Streams are cold: the request is sent when iteration starts, and leaving the loop
 * early cancels it. Calls throw an error named `ModelError`, or the reason of your own aborted signal.
 */
export interface MultimodalModel {
  readonly metadata: ModelMetadata;
  complete(prompt: string, attachments?: readonly MediaPart[], options?: ModelOptions): Promise<ModelResult>;
  streamComplete(prompt: string, attachments?: readonly MediaPart[], options?: ModelOptions): AsyncIterable<ModelDelta>;
  chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult>;
  streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncIterable<ModelDelta>;
  /** Vectors of texts, in their order. Throws a `ModelError` of kind `unsupported` where the server makes none. */
  embed(inputs: readonly string[], options?: EmbedOptions): Promise<EmbeddingResult>;
}

export interface ModelMetadata {
  /** Name of the endpoint, of the built-in engine, or of the extension that provides the model. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
  /** The built-in engine: no key and no network. */
  readonly offline: boolean;
  /** What was known of the model when this was made. */
  readonly capabilities: ModelCapabilities;
}

export interface ModelOptions {
  /** Ends the request at once; the call then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Win over those that the person set for the model and its endpoint; null keeps one of theirs from being sent. */
  readonly parameters?: ParameterLayer;
  /** Identifier of a chat of yours that the usage is counted for. */
  readonly conversationId?: string;
}

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Length of the vectors, for models that can shorten them. */
  readonly dimensions?: number;
  /** Texts in one request, at most 2,048; 256 by default. */
  readonly batchSize?: number;
}

export interface EmbeddingResult {
  readonly vectors: readonly Float32Array[];
  /** Sum over all requests; absent when the server reported none. */
  readonly usage?: TokenUsage;
}

export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly content: readonly ContentPart[] }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls?: readonly ToolCall[] }
  /** What a tool gave back; follows the assistant's message with the call. */
  | { readonly role: 'tool'; readonly toolCallId: string; readonly text: string };

export type ContentPart = TextPart | MediaPart;
export type MediaPart = ImagePart | AudioPart | VideoPart | FilePart;

/** Bytes with their media type, such as `image/png`. */
export interface MediaBytes {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An address that the server fetches itself where it can. */
export interface MediaUrl {
  readonly url: string;
}

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface ImagePart {
  readonly type: 'image';
  readonly image: MediaBytes | MediaUrl;
  /** How closely to look (OpenAI's `image_url.detail`). */
  readonly detail?: ImageDetail;
  readonly name?: string;
}

/** WAV and MP3 go as OpenAI's `input_audio`, everything else, and what asks for it, as vLLM's `audio_url`. */
export interface AudioPart {
  readonly type: 'audio';
  readonly audio: MediaBytes | MediaUrl;
  readonly sentAs?: 'input_audio' | 'audio_url';
  readonly name?: string;
}

export interface VideoPart {
  readonly type: 'video';
  readonly video: MediaBytes | MediaUrl;
  readonly name?: string;
}

/** A document such as a PDF. */
export interface FilePart {
  readonly type: 'file';
  readonly file: MediaBytes;
  /** File name, which servers see. */
  readonly name: string;
}

export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export type ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly json_schema: {
        readonly name: string;
        readonly description?: string;
        readonly schema?: JsonObject;
        readonly strict?: boolean;
      };
    }
  /** The schema lies in a file of the workspace, given by its path from the workspace folder. */
  | { readonly type: 'json_schema'; readonly schema_file: string; readonly strict?: boolean };

/** Named as OpenAI names them (https://platform.openai.com/docs/api-reference/chat/create). What is absent is not sent. */
export interface ChatParameters {
  readonly temperature?: number;
  readonly top_p?: number;
  /** Sent as `max_tokens` to servers that know only that. */
  readonly max_completion_tokens?: number;
  readonly n?: number;
  readonly stop?: string | readonly string[];
  readonly seed?: number;
  readonly presence_penalty?: number;
  readonly frequency_penalty?: number;
  /** Bias by token identifier. */
  readonly logit_bias?: Readonly<Record<string, number>>;
  readonly logprobs?: boolean;
  readonly top_logprobs?: number;
  readonly response_format?: ResponseFormat;
  readonly reasoning_effort?: string;
  readonly verbosity?: string;
  readonly service_tier?: string;
  readonly store?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly prompt_cache_key?: string;
  readonly safety_identifier?: string;
  readonly user?: string;
  readonly modalities?: readonly string[];
  readonly audio?: { readonly voice: string; readonly format: string };
  readonly prediction?: { readonly type: 'content'; readonly content: string | readonly TextPart[] };
  readonly tools?: readonly JsonObject[];
  readonly tool_choice?: string | JsonObject;
  readonly parallel_tool_calls?: boolean;
  readonly web_search_options?: JsonObject;
  /** False asks for the whole answer at once. */
  readonly stream?: boolean;
  readonly stream_options?: JsonObject;
  /** Detail of pictures that do not have one of their own. */
  readonly image_detail?: ImageDetail;
  readonly extra_headers?: Readonly<Record<string, string>>;
  readonly extra_query?: Readonly<Record<string, string>>;
  /** Added to the body as it is; its fields win over those of the same name. */
  readonly extra_body?: JsonObject;
}

export type ParameterLayer = { readonly [K in keyof ChatParameters]?: ChatParameters[K] | null };

export type FinishReason = 'stop' | 'length' | 'toolCalls' | 'contentFilter' | 'unknown';

/** Which of several answers (`n`) a delta belongs to; absent for the first, 1 for the second. */
export interface OfAlternative {
  readonly alternative?: number;
}

/** One step of a streamed answer, in the order in which it came. Skip types that you do not know: there may be more. */
export type ModelDelta =
  | ({ readonly type: 'text'; readonly text: string } & OfAlternative)
  | ({
      readonly type: 'reasoning';
      readonly text: string;
      /**
       * The text that has come of this answer was reasoning too; its end is the closing tag `</think>`. Comes at most
       * once, from servers that leave thoughts in the text.
       */
      readonly claimsText?: true;
    } & OfAlternative)
  /** The model says in its own words why it does not answer. */
  | ({ readonly type: 'refusal'; readonly text: string } & OfAlternative)
  /** Pieces with the same `index` belong together and their arguments are joined. */
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

/** A source that the answer names. */
export interface Citation {
  readonly url: string;
  readonly title?: string;
  /** Place in the answer's text, in UTF-16 units, where the server tells. */
  readonly start?: number;
  readonly end?: number;
}

/** How sure the model was of a token, as natural logarithms. */
export interface TokenProbability {
  readonly token: string;
  readonly logprob: number;
  /** What else it might have written there, the likeliest first. */
  readonly alternatives: readonly { readonly token: string; readonly logprob: number }[];
}

/** How a request differed from what was asked for, because the server refused that. */
export type Adjustment =
  /** With `value`, only that one is not sent. */
  | { readonly type: 'omitted'; readonly parameter: string; readonly value?: string }
  | { readonly type: 'renamed'; readonly parameter: string; readonly to: string };

export interface OutputCheck {
  readonly format: 'json_object' | 'json_schema';
  /** Empty when the answer fits; else sentences with the place in the JSON. */
  readonly problems: readonly string[];
}

/** A tool that the model wants to be called. Iris calls none. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as the model wrote it; not validated. */
  readonly argumentsText: string;
}

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

/** Tokens and money of one answer. A count that is part of another is never added to it. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of `inputTokens` that the server had cached. */
  readonly cachedInputTokens?: number;
  /** Part of `outputTokens` spent on reasoning. */
  readonly reasoningTokens?: number;
  /** Part of `inputTokens` that was sound. */
  readonly audioInputTokens?: number;
  /** Part of `outputTokens` that was sound. */
  readonly audioOutputTokens?: number;
  /** The server counted nothing: these are estimates from the text and the pictures. */
  readonly isEstimated?: boolean;
  /** Absent where neither the server nor a price list tells. */
  readonly cost?: { readonly dollars: number; readonly source: 'server' | 'price' };
}

/** What is known of a model. An absent fact is not known, which is neither yes nor no. */
export interface ModelCapabilities {
  readonly input?: { readonly [M in 'text' | 'image' | 'audio' | 'video' | 'pdf']?: boolean };
  readonly output?: { readonly [M in 'text' | 'image' | 'audio']?: boolean };
  readonly tools?: boolean;
  readonly reasoning?: boolean;
  readonly structuredOutput?: boolean;
  /** Tokens of question and answer together. */
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  readonly images?: ImageLimits;
  readonly price?: ModelPrice;
}

/** Limits of one request. */
export interface ImageLimits {
  readonly count?: number;
  /** Longest side of one picture, in pixels. */
  readonly side?: number;
  /** Pixels of one picture. */
  readonly pixels?: number;
  /** Bytes of one picture, before base64. */
  readonly bytes?: number;
  /** Media types such as `image/png`. */
  readonly formats?: readonly string[];
}

/** US dollars for a million tokens; `request` and `image` for one. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number;
  readonly audioInput?: number;
  readonly audioOutput?: number;
  readonly image?: number;
  readonly request?: number;
}

/** What a model throws. */
export interface ModelError extends Error {
  readonly name: 'ModelError';
  /** For instance `invalidInput`, `unauthorized`, `rateLimited`, `imagesUnsupported`, `connectionRefused`. */
  readonly kind: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The server's own words, with keys removed. */
  readonly detail: string | undefined;
  /** How long the server asked to wait. */
  readonly retryAfterMilliseconds: number | undefined;
  readonly requestId: string | undefined;
}
