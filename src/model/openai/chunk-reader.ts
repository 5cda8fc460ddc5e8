import type { TokenUsage } from '../../shared/usage';
import type { FinishReason, ModelDelta } from '../deltas';
import { asArray, asRecord, asText, type JsonRecord } from './json';
import { readUsage } from './usage';

/**
 * Reads the chunks of one answer. They are taken as unknown JSON, not as the client's types: compatible servers leave
 * out and add what they like. A whole completion is read as a chunk too, with `message` for `delta`.
 */
export class ChunkReader {
  #finishReason: FinishReason | undefined;
  #usage: TokenUsage | undefined;
  /** Places of tool calls that came without an index, by their identifier. */
  readonly #places = new Map<string, number>();

  get finishReason(): FinishReason | undefined {
    return this.#finishReason;
  }

  /** The last count that came: some servers count anew with every chunk. */
  get usage(): TokenUsage | undefined {
    return this.#usage;
  }

  read(chunk: unknown): ModelDelta[] {
    const record = asRecord(chunk);
    const choice = asRecord(asArray(record?.['choices'])[0]);
    this.#usage = readUsage(record?.['usage']) ?? readUsage(choice?.['usage']) ?? this.#usage;
    this.#finishReason = finishReason(choice?.['finish_reason']) ?? this.#finishReason;
    const delta = asRecord(choice?.['delta']) ?? asRecord(choice?.['message']);
    if (!delta) {
      return [];
    }
    return [
      ...reasoning(asText(delta['reasoning']) ?? asText(delta['reasoning_content'])),
      ...content(delta['content']),
      ...text(asText(delta['refusal'])),
      ...asArray(delta['tool_calls']).flatMap((call, position) => this.#toolCall(asRecord(call), position)),
    ];
  }

  #toolCall(call: JsonRecord | undefined, position: number): ModelDelta[] {
    if (!call) {
      return [];
    }
    const called = asRecord(call['function']);
    const id = asText(call['id']);
    const name = asText(called?.['name']);
    const input = called?.['arguments'];
    const argumentsText = typeof input === 'object' && input !== null ? JSON.stringify(input) : asText(input);
    return [
      {
        type: 'toolCall',
        index: typeof call['index'] === 'number' ? call['index'] : this.#placeOf(id, position),
        ...(id !== undefined && { id }),
        ...(name !== undefined && { name }),
        ...(argumentsText !== undefined && { argumentsText }),
      },
    ];
  }

  /** Gemini and Mistral send whole calls without an index, possibly each in a chunk of its own. */
  #placeOf(id: string | undefined, position: number): number {
    if (id === undefined) {
      return position;
    }
    const place = this.#places.get(id) ?? this.#places.size;
    this.#places.set(id, place);
    return place;
  }
}

/** Text, or Mistral's list of parts. */
function content(value: unknown): ModelDelta[] {
  if (typeof value === 'string') {
    return text(asText(value));
  }
  return asArray(value).flatMap((item) => {
    const part = asRecord(item);
    if (part?.['type'] === 'thinking') {
      const thoughts = part['thinking'];
      return typeof thoughts === 'string'
        ? reasoning(asText(thoughts))
        : asArray(thoughts).flatMap((thought) => reasoning(asText(asRecord(thought)?.['text'])));
    }
    return text(asText(part?.['text']));
  });
}

function text(value: string | undefined): ModelDelta[] {
  return value === undefined ? [] : [{ type: 'text', text: value }];
}

function reasoning(value: string | undefined): ModelDelta[] {
  return value === undefined ? [] : [{ type: 'reasoning', text: value }];
}

function finishReason(value: unknown): FinishReason | undefined {
  const reason = asText(value);
  switch (reason?.toLowerCase()) {
    case undefined:
      return undefined;
    case 'stop':
    case 'eos':
    case 'end_turn':
      return 'stop';
    case 'length':
    case 'max_tokens':
    case 'model_length':
      return 'length';
    case 'tool_calls':
    case 'function_call':
      return 'toolCalls';
    case 'content_filter':
      return 'contentFilter';
    default:
      return 'unknown';
  }
}
