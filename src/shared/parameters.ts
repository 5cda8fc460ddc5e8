/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** How closely a model is asked to look at a picture (OpenAI's `image_url.detail`). */
export const imageDetails = ['auto', 'low', 'high', 'original'] as const;
export type ImageDetail = (typeof imageDetails)[number];

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

/**
 * What a chat completion can be asked for beside its messages, named as OpenAI names it
 * (https://platform.openai.com/docs/api-reference/chat/create). Nothing that is absent is sent.
 */
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
  /** OpenAI's are none, minimal, low, medium, high and xhigh; other servers have others. */
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
  readonly prediction?: {
    readonly type: 'content';
    readonly content: string | readonly { readonly type: 'text'; readonly text: string }[];
  };
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

export type ParameterName = keyof ChatParameters;

/** Values set in one place; null says that a value from further away is not sent. */
export type ParameterLayer = { readonly [K in ParameterName]?: ChatParameters[K] | null };

/** Where values can be set, the nearest first. */
export const parameterSources = ['chat', 'model', 'endpoint'] as const;

export type ParameterSource = (typeof parameterSources)[number];

export type ParameterLayers = { readonly [S in ParameterSource]?: ParameterLayer };

export interface EffectiveParameter {
  readonly name: ParameterName;
  /** A value of this parameter; null: a nearer place took it away. */
  readonly value: unknown;
  readonly source: ParameterSource;
}
