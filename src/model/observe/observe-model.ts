import type { ModelPrice } from '../../shared/capabilities';
import { addUsage } from '../../shared/add-usage';
import type { TokenUsage } from '../../shared/usage';
import type { EmbeddingResult, ModelDelta, ModelResult } from '../deltas';
import type { ModelMessage } from '../messages';
import { ModelError } from '../model-error';
import type { ModelObserver } from '../model-events';
import type { EmbedOptions, ModelMetadata, ModelOptions, MultimodalModel, PromptAttachment } from '../multimodal-model';
import { costOf } from './cost-of';
import { embedBatches } from './embed-batches';
import { findMediaRules } from '../media-rules/find-media-rules';
import { textTokens } from '../media-rules/media-tokens';
import { answerText, answerTokens, countPictures, hasMedia, questionTokens } from './estimate-usage';
import { ObservedRequest } from './observed-request';

export interface ObserveOptions {
  /** Must not throw. */
  readonly observer: ModelObserver;
  /** Asked when a request ends; undefined where no price is known. */
  readonly price: () => ModelPrice | undefined;
  /** Requests stay on this machine. */
  readonly isLocal?: boolean;
}

/**
 * The same model, whose requests are told to an observer and whose usage is complete: what the server counted, else an
 * estimate that is marked as one; with the cost that the server reports, else its price times the tokens, else none.
 * Streams yield the usage once more than the model does where it told none: before `finish`, and before a failure that
 * broke off an answer. The built-in engine sends nothing to anyone: it is observed, and its usage is zero and not yielded.
 * Answers that are not streamed are told without deltas.
 */
export function observeModel(model: MultimodalModel, options: ObserveOptions): MultimodalModel {
  return new ObservedModel(model, options);
}

interface Question {
  /** Looked at once the model has taken it: what is no message is the model's to refuse. */
  readonly messages: () => readonly ModelMessage[];
  readonly options: ModelOptions | undefined;
}

class ObservedModel implements MultimodalModel {
  readonly #model: MultimodalModel;
  readonly #options: ObserveOptions;

  constructor(model: MultimodalModel, options: ObserveOptions) {
    this.#model = model;
    this.#options = options;
  }

  get metadata(): ModelMetadata {
    return this.#model.metadata;
  }

  complete(prompt: string, attachments?: readonly PromptAttachment[], options?: ModelOptions): Promise<ModelResult> {
    return this.#answer(promptQuestion(prompt, attachments, options), () =>
      this.#model.complete(prompt, attachments, options),
    );
  }

  streamComplete(
    prompt: string,
    attachments?: readonly PromptAttachment[],
    options?: ModelOptions,
  ): AsyncIterable<ModelDelta> {
    return this.#stream(promptQuestion(prompt, attachments, options), () =>
      this.#model.streamComplete(prompt, attachments, options),
    );
  }

  chat(messages: readonly ModelMessage[], options?: ModelOptions): Promise<ModelResult> {
    return this.#answer({ messages: () => messages, options }, () => this.#model.chat(messages, options));
  }

  streamChat(messages: readonly ModelMessage[], options?: ModelOptions): AsyncIterable<ModelDelta> {
    return this.#stream({ messages: () => messages, options }, () => this.#model.streamChat(messages, options));
  }

  /** Each batch is a request of its own: what was paid for is counted whatever becomes of the next. */
  async embed(inputs: readonly string[], options: EmbedOptions = {}): Promise<EmbeddingResult> {
    const vectors: Float32Array[] = [];
    let usage: TokenUsage | undefined;
    for (const batch of embedBatches(inputs, options)) {
      options.signal?.throwIfAborted();
      const result = await this.#embedBatch(batch, options);
      vectors.push(...result.vectors);
      usage = addUsage(usage, result.usage);
    }
    options.signal?.throwIfAborted();
    return { vectors, ...(usage && { usage }) };
  }

  async #embedBatch(inputs: readonly string[], options: EmbedOptions) {
    const request = this.#begin('embed', undefined);
    try {
      const { vectors, usage: reported } = await this.#model.embed(inputs, options);
      const counted = believable(reported, vectors.length > 0);
      const usage = this.#priced(
        counted ?? this.#estimate(() => ({ inputTokens: textTokensOf(inputs), outputTokens: 0 })),
        () => 0,
      );
      request.end({ usage });
      return { vectors, usage };
    } catch (error) {
      giveUp(request, error, { signal: options.signal, usage: undefined });
      throw error;
    }
  }

  async #answer({ messages, options }: Question, send: () => Promise<ModelResult>): Promise<ModelResult> {
    const request = this.#begin('chat', options?.conversationId);
    const pictures = (): number => countPictures(messages());
    try {
      const result = await send();
      const outputTokens = answerTokens(result);
      const counted = believable(result.usage, outputTokens > 0 || result.audio !== undefined);
      const usage = this.#priced(
        counted ?? this.#estimate(() => ({ inputTokens: this.#questionTokens(messages()), outputTokens })),
        pictures,
      );
      request.end({
        usage,
        ...this.#estimatedBefore(usage, messages()),
        ...(result.finishReason && { finishReason: result.finishReason }),
      });
      return this.metadata.offline ? result : { ...result, usage };
    } catch (error) {
      const reported = error instanceof ModelError ? error.usage : undefined;
      const usage = reported && this.#priced(reported, pictures);
      giveUp(request, error, { signal: options?.signal, usage });
      throw error;
    }
  }

  async *#stream({ messages, options }: Question, open: () => AsyncIterable<ModelDelta>): AsyncGenerator<ModelDelta> {
    const request = this.#begin('chat', options?.conversationId);
    const pictures = (): number => countPictures(messages());
    let reported: TokenUsage | undefined;
    /** Zeros: whether they can be so is known once the answer has come. */
    let nothing: TokenUsage | undefined;
    let answerSoFar = '';
    const total = (): TokenUsage =>
      reported ??
      this.#priced(
        believable(nothing, request.hasToken) ??
          this.#estimate(() => ({
            inputTokens: this.#questionTokens(messages()),
            outputTokens: textTokens(answerSoFar),
          })),
        pictures,
      );
    const totalSoFar = (): TokenUsage | undefined => (reported || request.hasToken ? total() : undefined);
    try {
      for await (const received of open()) {
        let delta = received;
        if (received.type === 'usage') {
          const { usage } = received;
          if (!believable(usage, true)) {
            nothing = usage;
            continue;
          }
          reported = this.#priced(usage, pictures);
          delta = { type: 'usage', usage: reported };
        } else if (received.type === 'finish') {
          const usage = total();
          if (!reported && !this.metadata.offline) {
            const estimate: ModelDelta = { type: 'usage', usage };
            request.tellDelta(estimate);
            yield estimate;
          }
          request.tellDelta(delta);
          // Before it is handed on: who has the finish may stop to iterate.
          request.end({ usage, ...this.#estimatedBefore(usage, messages()), finishReason: received.reason });
          yield delta;
          continue;
        }
        answerSoFar += answerText(delta);
        request.tellDelta(delta);
        yield delta;
      }
      request.fail(new ModelError('incompleteAnswer', 'The answer ended before it was complete.'), totalSoFar());
    } catch (error) {
      const usage = totalSoFar();
      giveUp(request, error, { signal: options?.signal, usage });
      if (usage && !reported && !options?.signal?.aborted && !this.metadata.offline) {
        yield { type: 'usage', usage };
      }
      throw error;
    } finally {
      // Left early; anything else has ended the request above.
      request.cancel(totalSoFar());
    }
  }

  #begin(operation: 'chat' | 'embed', conversationId: string | undefined): ObservedRequest {
    const { observer, isLocal = false } = this.#options;
    return new ObservedRequest({ metadata: this.metadata, observer, operation, isLocal, conversationId });
  }

  /** Of what the server did not count; the built-in engine sends nothing that could be. */
  #estimate(counts: () => Pick<TokenUsage, 'inputTokens' | 'outputTokens'>): TokenUsage {
    return this.metadata.offline ? { inputTokens: 0, outputTokens: 0 } : { ...counts(), isEstimated: true };
  }

  #questionTokens(messages: readonly ModelMessage[]): number {
    return questionTokens(messages, findMediaRules(this.metadata));
  }

  /** What the question was taken for, to be compared with what the server counted. */
  #estimatedBefore(usage: TokenUsage, messages: readonly ModelMessage[]): { readonly estimatedInputTokens?: number } {
    const isCounted = !usage.isEstimated && usage.inputTokens > 0 && !this.metadata.offline;
    return isCounted && hasMedia(messages) ? { estimatedInputTokens: this.#questionTokens(messages) } : {};
  }

  #priced(usage: TokenUsage, pictures: () => number): TokenUsage {
    const price = usage.cost || this.metadata.offline ? undefined : this.#options.price();
    return price ? { ...usage, cost: costOf(usage, price, pictures()) } : usage;
  }
}

/** Undefined for zeros where there is an answer: some servers send them for what they did not count. */
function believable(usage: TokenUsage | undefined, hasAnswer: boolean): TokenUsage | undefined {
  const { inputTokens = 0, outputTokens = 0, cost } = usage ?? {};
  return hasAnswer && inputTokens + outputTokens + (cost?.dollars ?? 0) === 0 ? undefined : usage;
}

function textTokensOf(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + textTokens(text), 0);
}

function promptQuestion(
  prompt: string,
  attachments: readonly PromptAttachment[] = [],
  options: ModelOptions | undefined,
): Question {
  return {
    messages: () => [{ role: 'user', content: [{ type: 'text', text: prompt }, ...attachments] }],
    options,
  };
}

function giveUp(
  request: ObservedRequest,
  error: unknown,
  { signal, usage }: { readonly signal: AbortSignal | undefined; readonly usage: TokenUsage | undefined },
): void {
  if (signal?.aborted) {
    request.cancel(usage);
  } else {
    request.fail(error, usage);
  }
}
