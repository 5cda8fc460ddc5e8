import { randomUUID } from 'node:crypto';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { collectResult } from '../collect';
import type { ModelDelta, ModelResult } from '../deltas';
import type { Adjustment } from '../../shared/adjustment';
import type { ModelCapabilities } from '../../shared/capabilities';
import type { JsonObject, ParameterLayers } from '../../shared/parameters';
import type { Endpoint } from '../endpoint';
import type { ExchangeObserver } from '../exchange-record';
import type { ModelMessage } from '../messages';
import type { ModelMetadata, ModelOptions, MultimodalModel, PromptAttachment } from '../multimodal-model';
import type { RequestLog } from '../request-log';
import type { Fetch } from './exchange';
import { FailedRequest } from './failed-request';
import { defaultLimits, type Limits } from './limits';
import { nextRequestNumber } from './request-number';
import { type RequestSettings, sendRequest } from './request';
import { withRetries } from './retry';
import { readAnswer } from './stream';
import { countImages, toWireMessages } from './wire';

export { listModels } from './list-models';

export interface OpenAiModelSettings {
  readonly endpoint: Endpoint;
  /** Model identifier; may differ from the endpoint's own. */
  readonly model: string;
  /** Asked before each request; undefined sends none. */
  readonly apiKey: () => Promise<string | undefined>;
  readonly log?: RequestLog;
  /** What the person set for the model and its endpoint; a request's own parameters win. */
  readonly parameters?: ParameterLayers;
  readonly capabilities?: ModelCapabilities;
  /** What this server is known to refuse from this model. */
  readonly adjustments?: readonly Adjustment[];
  /** Told of each refusal that was new. */
  readonly onAdjusted?: (adjustment: Adjustment) => void;
  /** Reads `schema_file` of a response format. Throws an error whose message names the file and the problem. */
  readonly readSchemaFile?: (path: string) => Promise<JsonObject>;
  readonly onExchange?: ExchangeObserver;
  /** Defaults to the global one at the time of each request, which VS Code equips with the user's proxy. */
  readonly fetch?: Fetch;
  readonly limits?: Limits;
}

/** A model behind any server that speaks OpenAI's chat completions. */
export function createOpenAiModel(settings: OpenAiModelSettings): MultimodalModel {
  return new OpenAiModel(settings);
}

interface Question {
  readonly messages: readonly ModelMessage[];
  readonly streaming: boolean;
  readonly signal: AbortSignal | undefined;
}

class OpenAiModel implements MultimodalModel {
  readonly metadata: ModelMetadata;
  readonly #settings: OpenAiModelSettings;
  /** Set once the server refused to be asked for usage. */
  #withoutUsage = false;

  constructor(settings: OpenAiModelSettings) {
    this.#settings = settings;
    this.metadata = {
      endpoint: settings.endpoint.name,
      model: settings.model,
      offline: false,
      capabilities: settings.capabilities ?? {},
    };
  }

  complete(prompt: string, attachments?: readonly PromptAttachment[], options?: ModelOptions): Promise<ModelResult> {
    return this.chat([promptMessage(prompt, attachments)], options);
  }

  streamComplete(
    prompt: string,
    attachments?: readonly PromptAttachment[],
    options?: ModelOptions,
  ): AsyncIterable<ModelDelta> {
    return this.streamChat([promptMessage(prompt, attachments)], options);
  }

  chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult> {
    return collectResult(this.#ask({ messages, streaming: false, signal: options?.signal }));
  }

  streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncIterable<ModelDelta> {
    return this.#ask({ messages, streaming: true, signal: options?.signal });
  }

  async *#ask(question: Question): AsyncGenerator<ModelDelta> {
    question.signal?.throwIfAborted();
    const { log } = this.#settings;
    const request = nextRequestNumber();
    // The same for all tries: a server that knows the header does the work once.
    const idempotencyKey = randomUUID();
    yield* withRetries((attempt) => this.#try(question, { request, attempt, idempotencyKey }), {
      signal: question.signal,
      onRetry: (retry) => log?.({ event: 'retryScheduled', request, ...retry }),
    });
  }

  async *#try(question: Question, trial: Trial): AsyncGenerator<ModelDelta> {
    try {
      yield* this.#send(question, trial);
    } catch (thrown) {
      if (!question.streaming || this.#withoutUsage || !refusesUsageOption(thrown)) {
        throw thrown;
      }
      this.#withoutUsage = true;
      yield* this.#send(question, trial);
    }
  }

  #send({ messages, streaming, signal }: Question, { request, attempt, idempotencyKey }: Trial) {
    const { endpoint, model, apiKey, log, fetch = globalThis.fetch, limits = defaultLimits } = this.#settings;
    const images = countImages(messages);
    const settings: RequestSettings = {
      endpoint,
      apiKey,
      fetch,
      limits,
      expects: streaming ? 'stream' : 'completion',
      hasImages: images > 0,
      signal,
      log,
      request,
      attempt,
      question: { model, streaming, messages: messages.length, images },
    };
    const body: ChatCompletionCreateParamsNonStreaming = { model, messages: toWireMessages(messages) };
    const options = { headers: { 'Idempotency-Key': idempotencyKey }, ...(signal && { signal }) };
    const withoutUsage = this.#withoutUsage;
    return sendRequest(settings, async function* ({ chat: { completions } }, exchange) {
      const chunks = streaming
        ? await completions.create(
            { ...body, stream: true, ...(!withoutUsage && { stream_options: { include_usage: true } }) },
            options,
          )
        : [await completions.create(body, options)];
      return yield* readAnswer(chunks, exchange);
    });
  }
}

interface Trial {
  readonly request: number;
  readonly attempt: number;
  readonly idempotencyKey: string;
}

function promptMessage(prompt: string, attachments: readonly PromptAttachment[] = []): ModelMessage {
  return { role: 'user', content: [{ type: 'text', text: prompt }, ...attachments] };
}

/** Mistral and older Azure versions refuse fields that they do not know. */
function refusesUsageOption(thrown: unknown): boolean {
  return (
    thrown instanceof FailedRequest &&
    (thrown.error.status === 400 || thrown.error.status === 422) &&
    /stream_options|include_usage/.test(thrown.error.detail ?? '')
  );
}
