import type { Citation } from '../../../shared/answer-parts';
import type { TokenUsage } from '../../../shared/usage';
import type { FinishReason, ModelDelta } from '../../deltas';
import { asArray, asRecord, type JsonRecord } from '../../json';
import type { AnswerReader } from '../stream';
import { readTimings, readUsage } from '../usage';
import { readAudio } from './audio';
import { ChoiceReader } from './choice-reader';
import { Citations } from './citations';
import { isBreak } from './finish-reason';

/** More answers to one question than any server gives. */
const mostChoices = 128;

/** A server reported a failure in the middle of an answer. */
export interface ReportedFailure {
  /** The server's `error`, of any shape. */
  readonly error: unknown;
}

export interface ChunkReaderOptions {
  /** Format that a spoken answer was asked in; the chunks do not tell. */
  readonly audioFormat?: string | undefined;
}

/**
 * Reads the chunks of a response. They are taken as unknown JSON, not as the client's types: compatible servers leave
 * out and add what they like. A whole completion is read as a chunk too, with `message` for `delta`.
 */
export class ChunkReader implements AnswerReader {
  readonly endsWhenDone = true;
  readonly #audioFormat: string;
  readonly #choices = new Map<number, ChoiceReader>();
  readonly #citations = new Citations();
  #usage: TokenUsage | undefined;
  #timings: TokenUsage | undefined;
  #failure: ReportedFailure | undefined;

  constructor({ audioFormat = 'pcm16' }: ChunkReaderOptions = {}) {
    this.#audioFormat = audioFormat;
  }

  get finishReasons(): readonly (FinishReason | undefined)[] {
    const count = Math.max(-1, ...this.#choices.keys()) + 1;
    return Array.from({ length: count }, (_, index) => this.#choices.get(index)?.finishReason);
  }

  /** The last count that came: some servers count anew with every chunk. */
  get usage(): TokenUsage | undefined {
    return this.#usage ?? this.#timings;
  }

  get citations(): readonly Citation[] {
    return this.#citations.all;
  }

  /** What the server said went wrong inside of a chunk; what it had sent before holds. */
  get failure(): ReportedFailure | undefined {
    return this.#failure;
  }

  read(chunk: unknown): ModelDelta[] {
    const record = asRecord(chunk);
    if (!record) {
      return [];
    }
    const choices = asArray(record['choices'])
      .map(asRecord)
      .filter((choice) => choice !== undefined);
    this.#readUsage(record, choices);
    this.#citations.readChunk(record);
    this.#failure ??= failureIn(record, choices);
    return choices.flatMap((choice, position) => this.#choice(choice, position));
  }

  end(): ModelDelta[] {
    return [...this.#choices.values()].flatMap((choice) => choice.end());
  }

  #choice(choice: JsonRecord, position: number): ModelDelta[] {
    const given = choice['index'];
    const index = typeof given === 'number' && Number.isInteger(given) && given >= 0 ? given : position;
    if (index >= mostChoices) {
      return [];
    }
    const reader = this.#choices.get(index) ?? new ChoiceReader(index);
    this.#choices.set(index, reader);
    const message = asRecord(choice['delta']) ?? asRecord(choice['message']);
    if (message) {
      this.#citations.readDelta(message);
    }
    return [...reader.read(choice), ...(message && index === 0 ? readAudio(message, this.#audioFormat) : [])];
  }

  #readUsage(record: JsonRecord, choices: readonly JsonRecord[]): void {
    const counts = [
      record['usage'],
      ...choices.map((choice) => choice['usage']),
      asRecord(record['x_groq'])?.['usage'],
    ];
    this.#usage = counts.map(readUsage).find((usage) => usage !== undefined) ?? this.#usage;
    this.#timings = readTimings(record) ?? this.#timings;
  }
}

/** OpenRouter says what broke beside the choices or inside of one; other servers only that something did. */
function failureIn(record: JsonRecord, choices: readonly JsonRecord[]): ReportedFailure | undefined {
  const error = [record['error'], ...choices.map((choice) => choice['error'])].find(Boolean);
  const reason = choices.map((choice) => choice['finish_reason']).find(isBreak);
  return error || reason ? { error: error ?? `The server broke off the answer (${reason}).` } : undefined;
}
