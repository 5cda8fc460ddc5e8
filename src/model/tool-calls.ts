import type { FinishReason, ModelDelta, ToolCall } from './deltas';

export type ToolCallDelta = Extract<ModelDelta, { type: 'toolCall' }>;

/** After these nothing tells whether the model had said all: it was stopped. */
const cutting: readonly FinishReason[] = ['length', 'contentFilter'];

/**
 * Puts the tool calls of one answer together from their pieces: pieces with the same index belong together, and their
 * identifiers, names and arguments are joined.
 */
export class ToolCallAssembler {
  readonly #calls = new Map<number, ToolCall>();

  /** How many calls were begun. */
  get count(): number {
    return this.#calls.size;
  }

  add({ index, id = '', name = '', argumentsText = '' }: ToolCallDelta): void {
    const call = this.#calls.get(index) ?? { id: '', name: '', argumentsText: '' };
    this.#calls.set(index, {
      id: joined(call.id, id),
      name: joined(call.name, name),
      argumentsText: call.argumentsText + argumentsText,
    });
  }

  /**
   * The calls that came whole, in the order of their indexes. None when the answer was cut or broke off (no reason):
   * what was meant is not known then. A call of a server that gives no identifiers gets one by its place.
   */
  whole(finishReason: FinishReason | undefined): readonly ToolCall[] {
    if (finishReason === undefined || cutting.includes(finishReason)) {
      return [];
    }
    return [...this.#calls.entries()]
      .sort(([first], [second]) => first - second)
      .map(([index, call]) => ({ ...call, id: call.id || `call_${index}` }))
      .filter(isWhole);
  }
}

/** Some servers repeat identifier and name with every piece instead of leaving them out. */
function joined(before: string, piece: string): string {
  return piece === before ? before : before + piece;
}

/** Arguments are an object, or nothing for a tool that takes none; what does not parse was cut. */
function isWhole({ name, argumentsText }: ToolCall): boolean {
  if (name === '') {
    return false;
  }
  if (argumentsText.trim() === '') {
    return true;
  }
  try {
    const value: unknown = JSON.parse(argumentsText);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
