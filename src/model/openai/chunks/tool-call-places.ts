import type { ToolCallDelta } from '../../tool-calls';
import { asRecord, asText, type JsonRecord, parseJson } from '../../json';

interface Call {
  readonly place: number;
  id: string;
  name: string;
  argumentsText: string;
}

/**
 * Finds out which tool call each piece belongs to. OpenAI numbers the calls; Mistral sends whole calls without numbers;
 * Gemini and gateways before it give parallel calls, whole and each in a chunk of its own, all the number 0.
 */
export class ToolCallPlaces {
  readonly #calls: Call[] = [];
  readonly #byIndex = new Map<number, Call>();

  /** Calls of a delta (pieces) or of a message (whole, in their order). */
  read(calls: readonly unknown[], whole: boolean): ToolCallDelta[] {
    return calls.flatMap((value) => {
      const call = asRecord(value);
      return call ? [this.#read(call, whole)] : [];
    });
  }

  /** The one call of OpenAI's older form, without number and identifier. */
  readFunctionCall(value: unknown): ToolCallDelta[] {
    const called = asRecord(value);
    return called ? [this.#read({ index: 0, function: called }, false)] : [];
  }

  #read(record: JsonRecord, whole: boolean): ToolCallDelta {
    const called = asRecord(record['function']);
    const id = asText(record['id']);
    const name = asText(called?.['name']);
    const input = called?.['arguments'];
    const argumentsText = typeof input === 'object' && input !== null ? JSON.stringify(input) : asText(input);
    const piece = { id: id ?? '', name: name ?? '', argumentsText: argumentsText ?? '' };
    const call = whole ? this.#add(undefined) : this.#callOf(record['index'], piece);
    call.id ||= piece.id;
    call.name ||= piece.name;
    call.argumentsText += piece.argumentsText;
    return {
      type: 'toolCall',
      index: call.place,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(argumentsText !== undefined && { argumentsText }),
    };
  }

  #callOf(index: unknown, piece: Omit<Call, 'place'>): Call {
    if (typeof index === 'number' && Number.isInteger(index) && index >= 0) {
      const call = this.#byIndex.get(index);
      return call && !isNext(call, piece) ? call : this.#add(index);
    }
    const known = piece.id ? this.#calls.find(({ id }) => id === piece.id) : undefined;
    const latest = piece.id || piece.name ? undefined : this.#calls.at(-1);
    return known ?? latest ?? this.#add(undefined);
  }

  #add(index: number | undefined): Call {
    const isFree = index !== undefined && !this.#calls.some(({ place }) => place === index);
    const place = isFree ? index : Math.max(-1, ...this.#calls.map((call) => call.place)) + 1;
    const call = { place, id: '', name: '', argumentsText: '' };
    this.#calls.push(call);
    if (index !== undefined) {
      this.#byIndex.set(index, call);
    }
    return call;
  }
}

/** Whether a piece with a number that was used begins another call: it is named anew, and the one before is whole. */
function isNext(call: Call, piece: Omit<Call, 'place'>): boolean {
  const isNamedAnew = piece.name !== '' && (piece.id === '' ? piece.argumentsText !== '' : piece.id !== call.id);
  return isNamedAnew && asRecord(parseJson(call.argumentsText)) !== undefined;
}
