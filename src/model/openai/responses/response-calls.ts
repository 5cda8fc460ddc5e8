import type { ModelDelta } from '../../deltas';
import { asText, type JsonRecord } from '../../json';

interface Call {
  /** Place among all calls of the response. */
  readonly index: number;
  /** Whether any of its arguments have come. */
  filled: boolean;
}

/**
 * The function calls of one response. Their arguments come in pieces, and once more whole at the end of each call; from
 * some servers only there.
 */
export class ResponseCalls {
  /** By the identifier of the item, or by its place where it has none. */
  readonly #calls = new Map<unknown, Call>();

  get count(): number {
    return this.#calls.size;
  }

  /** An item of the output that has begun or ended. */
  readItem(item: JsonRecord, place: unknown): ModelDelta[] {
    const key = item['id'] ?? place ?? item['call_id'];
    const known = this.#calls.get(key);
    const call = known ?? { index: this.#calls.size, filled: false };
    const id = asText(item['call_id']) ?? asText(item['id']);
    const name = asText(item['name']);
    this.#calls.set(key, call);
    const begin: ModelDelta[] = known
      ? []
      : [{ type: 'toolCall', index: call.index, ...(id !== undefined && { id }), ...(name !== undefined && { name }) }];
    return [...begin, ...this.#whole(call, item['arguments'])];
  }

  /** A piece of arguments, or all of them at the end of a call. */
  readArguments(event: JsonRecord): ModelDelta[] {
    const call = this.#calls.get(event['item_id']) ?? this.#calls.get(event['output_index']);
    if (!call) {
      return [];
    }
    return 'delta' in event ? fill(call, event['delta']) : this.#whole(call, event['arguments']);
  }

  #whole(call: Call, value: unknown): ModelDelta[] {
    return call.filled ? [] : fill(call, value);
  }
}

function fill(call: Call, value: unknown): ModelDelta[] {
  const argumentsText = asText(value);
  if (argumentsText === undefined) {
    return [];
  }
  call.filled = true;
  return [{ type: 'toolCall', index: call.index, argumentsText }];
}
