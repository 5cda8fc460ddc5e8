import type { ModelDelta } from '../../deltas';
import { asText, type JsonRecord } from '../../json';

interface Call {
  /** What names it; undefined where the server doesn't. */
  readonly name: string | undefined;
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
  /** By the identifiers of the item and of the call, and by the place; by undefined where it has none of them. */
  readonly #calls = new Map<string | number | undefined, Call>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** An item of the output that has begun or ended. */
  readItem(item: JsonRecord, place: unknown): ModelDelta[] {
    const itemId = asText(item['id']);
    const id = asText(item['call_id']) ?? itemId;
    const known = this.#find([itemId, id], place, id);
    const call = known ?? { name: id, index: this.#count++, filled: false };
    for (const key of keys([itemId, id], place)) {
      this.#calls.set(key, call);
    }
    const name = asText(item['name']);
    const begin: ModelDelta[] = known
      ? []
      : [{ type: 'toolCall', index: call.index, ...(id !== undefined && { id }), ...(name !== undefined && { name }) }];
    return [...begin, ...this.#whole(call, item['arguments'])];
  }

  /** A piece of arguments, or all of them at the end of a call. */
  readArguments(event: JsonRecord): ModelDelta[] {
    const call = this.#find([asText(event['item_id'])], event['output_index'], undefined);
    if (!call) {
      return [];
    }
    return 'delta' in event ? fill(call, event['delta']) : this.#whole(call, event['arguments']);
  }

  /** Two calls with names of their own are not the same, wherever they stand. */
  #find(names: readonly (string | undefined)[], place: unknown, id: string | undefined): Call | undefined {
    const named = names.map((name) => name && this.#calls.get(name)).find((call) => call);
    if (named) {
      return named;
    }
    const [key] = keys([], place);
    const placed = this.#calls.get(key);
    return placed?.name === undefined || id === undefined || placed.name === id ? placed : undefined;
  }

  #whole(call: Call, value: unknown): ModelDelta[] {
    return call.filled ? [] : fill(call, value);
  }
}

function keys(names: readonly (string | undefined)[], place: unknown): (string | number | undefined)[] {
  const found = [...names.filter((name) => name !== undefined), ...(typeof place === 'number' ? [place] : [])];
  return found.length > 0 ? found : [undefined];
}

function fill(call: Call, value: unknown): ModelDelta[] {
  const argumentsText = asText(value);
  if (argumentsText === undefined) {
    return [];
  }
  call.filled = true;
  return [{ type: 'toolCall', index: call.index, argumentsText }];
}
