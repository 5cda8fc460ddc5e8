import { isDeepStrictEqual } from 'node:util';
import { AudioCollector } from '../model/audio-collector';
import type { FinishReason, ModelDelta, ModelResult } from '../model/deltas';
import { ToolCallAssembler } from '../model/tool-calls';
import type { TokenProbability } from '../shared/answer-parts';
import type { AnswerMessage, PendingRetry } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import { MAX_ANSWERS } from '../shared/limits';
import { DeltaCoalescer, type TextKind } from './delta-coalescer';
import type { SeamTrimmer } from './seam';
import { addUsage } from '../shared/add-usage';

export interface AnswerRecorderOptions {
  /** Empty or, when it goes on, with its beginning. */
  readonly answer: AnswerMessage;
  /** Leaves out what the model repeats when it goes on. */
  readonly seam?: SeamTrimmer;
  readonly record: (event: ConversationEvent) => void;
  readonly describeRetry: (retry: Extract<ModelDelta, { type: 'retry' }>) => PendingRetry;
}

/** Tokens whose probabilities are recorded together: they are looked at on demand, not while they come. */
const tokensTogether = 64;

const eventTypes = { text: 'textAppended', reasoning: 'reasoningAppended' } as const;

/** Makes events of what a model sends. */
export class AnswerRecorder {
  readonly #options: AnswerRecorderOptions;
  readonly #coalescer = new DeltaCoalescer(({ kind, alternative, text }) => this.#append(kind, alternative, text));
  readonly #toolCalls = new ToolCallAssembler();
  readonly #audio = new AudioCollector();
  readonly #told: unknown[];
  #tokens: TokenProbability[] = [];
  #hasText: boolean;
  #hasWrittenText = false;
  #hasRefusal = false;
  #finishReason: FinishReason | undefined;

  constructor(options: AnswerRecorderOptions) {
    const { text, adjustments = [], citations = [] } = options.answer;
    this.#options = options;
    this.#hasText = text !== '';
    this.#told = [...adjustments, ...citations];
  }

  /** There are words to go on from. */
  get hasText(): boolean {
    return this.#hasText;
  }

  /** There is something that can be an answer: words, a refusal, whole tool calls or sound. */
  get hasAnswer(): boolean {
    return this.#hasText || this.#hasRefusal || this.#hasSound || this.#wholeCalls.length > 0;
  }

  get finishReason(): FinishReason | undefined {
    return this.#finishReason;
  }

  /** What was spoken so far. */
  get sound(): ModelResult['audio'] {
    return this.#audio.result;
  }

  take(delta: ModelDelta): void {
    const { answer, record, describeRetry } = this.#options;
    const messageId = answer.id;
    switch (delta.type) {
      case 'text':
        this.#hasWrittenText = true;
        this.#takeText('text', delta);
        break;
      case 'reasoning':
        if (delta.claimsText) {
          this.#claimText(delta.alternative);
        }
        this.#takeText('reasoning', delta);
        break;
      case 'refusal':
        this.#takeText('refusal', delta);
        break;
      case 'toolCall':
        if (!delta.alternative) {
          this.#toolCalls.add(delta);
        }
        break;
      case 'audio':
        this.#audio.add(delta);
        // Shown while it is spoken, unless the model writes as well.
        if (delta.transcript && !this.#hasWrittenText) {
          this.#takeText('text', { text: delta.transcript });
        }
        break;
      case 'logprobs':
        if (!delta.alternative) {
          this.#takeTokens(delta.tokens);
        }
        break;
      case 'citation':
        this.#once(delta.citation, () => record({ type: 'citationsAdded', messageId, citations: [delta.citation] }));
        break;
      case 'adjusted':
        this.#once(delta.adjustment, () =>
          record({ type: 'requestAdjusted', messageId, adjustment: delta.adjustment }),
        );
        break;
      case 'outputChecked':
        record({ type: 'outputChecked', messageId, output: delta.check });
        break;
      case 'usage':
        record({ type: 'usageReported', messageId, usage: addUsage(answer.usage, delta.usage) });
        break;
      case 'retry':
        record({ type: 'retryScheduled', messageId, retry: describeRetry(delta) });
        break;
      case 'finish':
        this.#finishReason = delta.reason;
        break;
    }
  }

  /** Nothing more comes: what waits is recorded, and the tool calls if they came whole. */
  end(): void {
    const rest = this.#options.seam?.finish();
    if (rest) {
      this.#coalescer.add({ kind: 'text', alternative: 0, text: rest });
    }
    this.#coalescer.flush();
    this.#recordTokens();
    if (this.#wholeCalls.length > 0) {
      this.#options.record({
        type: 'toolCallsRequested',
        messageId: this.#options.answer.id,
        calls: this.#wholeCalls,
      });
    }
  }

  get #hasSound(): boolean {
    return (this.sound?.bytes.byteLength ?? 0) > 0;
  }

  get #wholeCalls() {
    return this.#toolCalls.whole(this.#finishReason);
  }

  #takeText(kind: TextKind, { text, alternative = 0 }: { readonly text: string; readonly alternative?: number }): void {
    if (alternative >= MAX_ANSWERS) {
      return;
    }
    if (alternative > 0) {
      // An alternative has no field of its own for a refusal.
      this.#coalescer.add({ kind: kind === 'refusal' ? 'text' : kind, alternative, text });
      return;
    }
    if (kind === 'text') {
      this.#hasText ||= text.trim() !== '';
    } else if (kind === 'refusal') {
      this.#hasRefusal ||= text.trim() !== '';
    }
    this.#coalescer.add({ kind, alternative, text: kind === 'text' ? (this.#options.seam?.take(text) ?? text) : text });
  }

  /** What the model has written turned out to be its thoughts. Where it goes on, some of that was an answer: it stays. */
  #claimText(alternative = 0): void {
    const { answer, record } = this.#options;
    if (answer.text !== '') {
      return;
    }
    this.#coalescer.flush();
    record({ type: 'textBecameReasoning', messageId: answer.id, ...(alternative > 0 && { alternative }) });
    if (alternative === 0) {
      this.#hasText = false;
    }
  }

  #append(kind: TextKind, alternative: number, text: string): void {
    const { answer, record } = this.#options;
    if (kind === 'refusal') {
      record({ type: 'refusalAppended', messageId: answer.id, text });
    } else {
      record({ type: eventTypes[kind], messageId: answer.id, text, ...(alternative > 0 && { alternative }) });
    }
  }

  #takeTokens(tokens: readonly TokenProbability[]): void {
    this.#tokens.push(...tokens);
    if (this.#tokens.length >= tokensTogether) {
      this.#recordTokens();
    }
  }

  #recordTokens(): void {
    const tokens = this.#tokens;
    this.#tokens = [];
    if (tokens.length > 0) {
      this.#options.record({ type: 'logprobsAppended', messageId: this.#options.answer.id, tokens });
    }
  }

  /** Some servers repeat themselves with every chunk. */
  #once(told: unknown, tell: () => void): void {
    if (!this.#told.some((earlier) => isDeepStrictEqual(earlier, told))) {
      this.#told.push(told);
      tell();
    }
  }
}
