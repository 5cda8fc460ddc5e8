import { randomUUID } from 'node:crypto';
import type { Adjustment } from '../../shared/adjustment';
import type { ModelCapabilities } from '../../shared/capabilities';
import type { ParameterLayers } from '../../shared/parameters';
import { addAdjustment, isSameRefusal } from '../add-adjustment';
import { collectResult } from '../collect';
import type { EmbeddingResult, ModelDelta, ModelResult } from '../deltas';
import type { Endpoint } from '../endpoint';
import { endpointTarget } from '../endpoint-target';
import type { ExchangeObserver } from '../exchange-record';
import type { ModelMessage } from '../messages';
import type { EmbedOptions, ModelMetadata, ModelOptions, MultimodalModel, PromptAttachment } from '../multimodal-model';
import type { RequestLog } from '../request-log';
import type { Api, RequestPlan, SendOptions } from './api';
import { chatCompletions } from './chat-completions';
import { countParts } from './count-parts';
import { embed } from './embed';
import type { Fetch } from './exchange';
import { FailedRequest } from './failed-request';
import { type Limits, limitsOf } from './limits';
import { type AskedQuestion, finishBody, planRequest, resolveParameters } from './parameters';
import { findAdjustments } from './quirks';
import { type RequestSettings, sendRequest } from './request';
import { nextRequestNumber } from './request-number';
import type { ReadSchemaFile } from './response-format';
import { responses } from './responses/responses';
import { defaultRetries, withRetries } from './retry';
import { storedParts } from './stored-parts';

export { listModels } from './list-models';
export { transcribe } from './transcribe';

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
  /** Told of each refusal that was new, once the server answers without what it refused. */
  readonly onAdjusted?: (adjustment: Adjustment) => void;
  /** Reads `schema_file` of a response format. Throws an error whose message names the file and the problem. */
  readonly readSchemaFile?: ReadSchemaFile;
  readonly onExchange?: ExchangeObserver;
  /** Defaults to the global one at the time of each request, which VS Code equips with the user's proxy. */
  readonly fetch?: Fetch;
  readonly limits?: Limits;
}

/** A model behind any server that speaks one of OpenAI's protocols. */
export function createOpenAiModel(settings: OpenAiModelSettings): MultimodalModel {
  return new OpenAiModel(settings);
}

interface Question {
  readonly messages: readonly ModelMessage[];
  /** Whether the caller reads a stream. */
  readonly streaming: boolean;
  readonly options: ModelOptions;
}

/** A question on its way, with what changes from one time that it is sent to the next. */
interface Course {
  readonly asked: AskedQuestion;
  /** Its number in the log. */
  readonly request: number;
  readonly signal: AbortSignal | undefined;
  /** The same for all tries, so that a server that knows the header does the work once; another for another body. */
  idempotencyKey: string;
  /** What was changed because the server refused it; it is learned when that helps. */
  readonly changes: Adjustment[];
}

interface Trial {
  readonly attempt: number;
  readonly plan: RequestPlan;
  readonly adjustments: readonly Adjustment[];
}

class OpenAiModel implements MultimodalModel {
  readonly metadata: ModelMetadata;
  readonly #settings: OpenAiModelSettings;
  readonly #api: Api;
  #adjustments: readonly Adjustment[];

  constructor(settings: OpenAiModelSettings) {
    this.#settings = settings;
    this.#api = settings.endpoint.api === 'responses' ? responses : chatCompletions;
    this.#adjustments = settings.adjustments ?? [];
    this.metadata = endpointTarget(settings.endpoint, settings.model, settings.capabilities ?? {});
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

  chat(messages: readonly ModelMessage[], options: ModelOptions = {}): Promise<ModelResult> {
    return collectResult(this.#ask({ messages, streaming: false, options }));
  }

  streamChat(messages: readonly ModelMessage[], options: ModelOptions = {}): AsyncIterable<ModelDelta> {
    return this.#ask({ messages, streaming: true, options });
  }

  embed(inputs: readonly string[], options: EmbedOptions = {}): Promise<EmbeddingResult> {
    return embed(this.#settings, inputs, options);
  }

  async *#ask({ messages, streaming, options }: Question): AsyncGenerator<ModelDelta> {
    const { signal } = options;
    signal?.throwIfAborted();
    const { log, model, parameters, endpoint, capabilities, readSchemaFile } = this.#settings;
    const reasons = capabilities?.reasoning === true;
    const asked = await resolveParameters({
      layers: { ...parameters, chat: { ...parameters?.chat, ...options.parameters } },
      api: this.#api,
      streaming,
      readSchemaFile,
    });
    const request = nextRequestNumber();
    const course: Course = {
      asked: { ...asked, model, messages, reasons },
      request,
      signal,
      idempotencyKey: randomUUID(),
      changes: [],
    };
    yield* withRetries((attempt) => this.#try(course, attempt), {
      mostRetries: endpoint.maxRetries ?? defaultRetries,
      signal,
      onRetry: (retry) => log?.({ event: 'retryScheduled', request, ...retry }),
      isAnswer: ({ type }) => type !== 'adjusted',
    });
  }

  /** Asks anew, at once and without what the server refuses, each parameter and each value of one at most once. */
  async *#try(course: Course, attempt: number): AsyncGenerator<ModelDelta> {
    for (;;) {
      const adjustments = adjusted(this.#adjustments, course.changes);
      const trial: Trial = { attempt, plan: planRequest(course.asked, adjustments), adjustments };
      let answered = false;
      try {
        for await (const delta of this.#send(course, trial)) {
          answered = true;
          this.#learn(course.changes);
          yield delta;
        }
        return;
      } catch (thrown) {
        course.signal?.throwIfAborted();
        const found = answered ? [] : this.#newAdjustments(thrown, course, trial);
        if (found.length === 0) {
          throw thrown;
        }
        course.idempotencyKey = randomUUID();
        for (const adjustment of found) {
          course.changes.push(adjustment);
          yield { type: 'adjusted', adjustment };
        }
      }
    }
  }

  #newAdjustments(thrown: unknown, { asked, changes }: Course, { plan, adjustments }: Trial): readonly Adjustment[] {
    return thrown instanceof FailedRequest
      ? findAdjustments(thrown, { plan, api: this.#api, extraBody: asked.extraBody, adjustments }).filter(
          (found) => !changes.some((change) => isSameRefusal(change, found)),
        )
      : [];
  }

  #learn(changes: readonly Adjustment[]): void {
    const learned = changes.filter((change) => !this.#adjustments.includes(change));
    if (learned.length > 0) {
      this.#adjustments = adjusted(this.#adjustments, learned);
      learned.forEach((adjustment) => this.#settings.onAdjusted?.(adjustment));
    }
  }

  #send({ asked, request, signal, idempotencyKey }: Course, trial: Trial): AsyncGenerator<ModelDelta> {
    const { attempt, plan, adjustments } = trial;
    const { endpoint, apiKey, log, onExchange, fetch = globalThis.fetch, limits } = this.#settings;
    const api = this.#api;
    const { model, messages, streaming } = plan;
    const images = countParts(messages, 'image');
    const body = finishBody(api.body(plan), asked.extraBody, adjustments);
    const settings: RequestSettings = {
      endpoint,
      apiKey,
      fetch,
      limits: limitsOf(endpoint, limits),
      expects: streaming ? 'stream' : 'completion',
      isAnswer: api.isAnswer,
      extraHeaders: asked.headers,
      ofDeployment: api === chatCompletions,
      hasImages: images > 0,
      stored: storedParts(messages),
      signal,
      log,
      request,
      attempt,
      onExchange,
      body,
      question: { model, streaming, messages: messages.length, images },
    };
    const options: SendOptions = {
      headers: { 'Idempotency-Key': idempotencyKey },
      query: { ...asked.query },
      ...(signal && { signal }),
    };
    return sendRequest(settings, async function* (client, exchange) {
      return yield* api.read(await api.send(client, body, options), exchange, plan);
    });
  }
}

function adjusted(known: readonly Adjustment[], changes: readonly Adjustment[]): readonly Adjustment[] {
  return changes.reduce(addAdjustment, known);
}

function promptMessage(prompt: string, attachments: readonly PromptAttachment[] = []): ModelMessage {
  return { role: 'user', content: [{ type: 'text', text: prompt }, ...attachments] };
}
