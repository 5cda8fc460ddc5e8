import type {
  ChatParameters,
  EmbedOptions,
  EmbeddingResult,
  FinishReason,
  ModelCapabilities,
  ModelDelta,
  MultimodalModel,
  TokenUsage,
} from './model';

export type * from './model';

/**
 * The public API of the Iris extension. Copy this folder, or depend on the extension and import it as a type:
 *
 *     const iris = vscode.extensions.getExtension<IrisApi>('iris-multimodal.iris-multimodal');
 *     const api = await iris?.activate();
 *     const model = await api?.getModel();
 *     const result = await model?.complete('What does this show?', [
 *       { type: 'image', image: { mediaType: 'image/png', bytes } },
 *     ]);
 */
export interface IrisApi {
  /** Version of this API, raised when something is taken away or means something else. */
  readonly version: 2;
  /**
   * The model that the person has chosen, the built-in engine until they choose another; or one that you name. It keeps
   * serving that choice: ask again after `onDidChangeModel`. Throws a `ModelError` of kind `noModel` when there is no such
   * endpoint, and of kind `modelNotFound` when VS Code has no such language model.
   */
  getModel(reference?: ModelReference): Promise<MultimodalModel>;
  /** Fires when another model answers from now on, and when more is known of one. */
  readonly onDidChangeModel: (listener: () => void) => { dispose(): void };
  /** Where models come from: the person's endpoints, the extensions that provide language models, the built-in engine. */
  listEndpoints(): Promise<readonly EndpointInformation[]>;
  /**
   * The models of one endpoint, as its server lists them now; throws what the server says. Without an endpoint, those of
   * all, where one whose list can't be had is passed over.
   */
  listModels(options?: ListModelsOptions): Promise<readonly ModelInformation[]>;
  /** Vectors of texts, in their order; `getModel(reference)` and its `embed` in one. */
  embed(inputs: readonly string[], options?: EmbedOptions & Partial<ModelReference>): Promise<EmbeddingResult>;
  /** Tokens and money of all requests of the person so far, yours among them, in all windows. */
  getUsage(): Promise<UsageReport>;
  /**
   * Asks the person to forget all usage, telling your reason. True when they agreed and it was cleared. There is no way to
   * clear it without them: the records are theirs and hold up their budget.
   */
  clearUsage(reason: string): Promise<boolean>;
  /** What is set up, without keys, header values and query values; changing it changes nothing. */
  getConfiguration(): Configuration;
  /**
   * Tells of every request of every model in this window, whoever asks: ids, timings, counts. It tells nothing of what is
   * asked and answered; that goes to whoever asked.
   */
  readonly onRequestEvent: (listener: (event: RequestEvent) => void) => { dispose(): void };
}

export interface ModelReference {
  /** A name from `listEndpoints`. */
  readonly endpoint: string;
  /** An identifier from `listModels`; left out, the one that the person set for the endpoint, or its first. */
  readonly model?: string;
}

export interface EndpointInformation {
  /** Unique; what `ModelReference` takes. */
  readonly name: string;
  /** `server` is one that speaks OpenAI's protocol, `languageModels` an extension's models in VS Code. */
  readonly kind: 'server' | 'languageModels' | 'builtIn';
  /** What is sent stays on this machine. */
  readonly local: boolean;
}

export interface ListModelsOptions {
  readonly endpoint?: string;
  readonly signal?: AbortSignal;
}

export interface ModelInformation {
  readonly endpoint: string;
  readonly id: string;
  /** A name for people, where there is one. */
  readonly name?: string;
  readonly capabilities: ModelCapabilities;
  /** Who says so, by path such as `input.image`; `assumed` is nobody, and it is tried. */
  readonly sources: Readonly<Record<string, CapabilitySource>>;
}

export type CapabilitySource = 'user' | 'learned' | 'server' | 'table' | 'probe' | 'assumed';

export interface UsageReport {
  readonly total: UsageSums;
  /** The dearest first. */
  readonly models: readonly ({ readonly endpoint: string; readonly model: string } & UsageSums)[];
  /** Those on which something was asked, the oldest first; `day` as `2026-11-21`, where the person is. */
  readonly days: readonly ({ readonly day: string } & UsageSums)[];
}

/** What several requests used. */
export interface UsageSums {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of `inputTokens`. */
  readonly cachedInputTokens: number;
  /** Part of `outputTokens`. */
  readonly reasoningTokens: number;
  /** Part of `inputTokens` and `outputTokens`. */
  readonly audioTokens: number;
  /** Of the requests whose price is known. */
  readonly dollars: number;
  /** Requests whose tokens are estimates. */
  readonly estimatedRequests: number;
  /** Requests that may have cost money and whose price is not known. */
  readonly unpricedRequests: number;
}

export interface Configuration {
  readonly endpoints: readonly EndpointConfiguration[];
  /** The model that answers now. */
  readonly model: { readonly endpoint: string; readonly model: string };
  /** What is sent to that model unless a request says otherwise. */
  readonly parameters: readonly EffectiveParameter[];
  /** US dollars for a month; absent when there is none. */
  readonly monthlyBudget?: number;
}

export interface EndpointConfiguration {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly api: 'chat' | 'responses';
  readonly organization?: string;
  readonly project?: string;
  readonly apiVersion?: string;
  readonly deployment?: string;
  /** Their values are not told. */
  readonly headerNames: readonly string[];
  /** Their values are not told. */
  readonly queryNames: readonly string[];
  readonly timeoutSeconds?: number;
  readonly maxRetries?: number;
}

export interface EffectiveParameter {
  readonly name: keyof ChatParameters;
  /** Null: a nearer place took it away. Of headers and query parameters, the names with empty values. */
  readonly value: unknown;
  readonly source: 'chat' | 'model' | 'endpoint';
}

interface RequestEventBase {
  /** The same for all events of one request, its repetitions included; unique in this window. */
  readonly id: string;
  readonly endpoint: string;
  readonly model: string;
  /** Milliseconds since the request began. */
  readonly milliseconds: number;
}

/** What happens to a request: a start, perhaps a first token and deltas, and exactly one of the last three. */
export type RequestEvent =
  | (RequestEventBase & {
      readonly type: 'started';
      readonly operation: 'chat' | 'embed' | 'transcribe';
      /** Milliseconds since the epoch. */
      readonly startedAt: number;
      /** What was given in `ModelOptions`, or the identifier of a chat of the person. */
      readonly conversationId?: string;
    })
  | (RequestEventBase & { readonly type: 'firstToken' })
  /** Only of streams. `characters` is the length of its text, where it has one. */
  | (RequestEventBase & {
      readonly type: 'delta';
      readonly delta: ModelDelta['type'];
      readonly characters?: number;
    })
  | (RequestEventBase & { readonly type: 'ended'; readonly finishReason?: FinishReason; readonly usage: TokenUsage })
  | (RequestEventBase & {
      readonly type: 'failed';
      /** As in `ModelError`. */
      readonly kind: string;
      readonly status?: number;
      /** What came before it broke off; absent when nothing did. */
      readonly usage?: TokenUsage;
    })
  | (RequestEventBase & { readonly type: 'cancelled'; readonly usage?: TokenUsage });
