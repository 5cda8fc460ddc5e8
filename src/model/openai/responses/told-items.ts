import { asText, type JsonRecord } from '../../json';

type Kind = 'message' | 'reasoning';

/**
 * What of a response has been streamed. Its end tells all items once more, and from some servers further ones. Not every
 * server names items in its events, or names them the same at the end.
 */
export class ToldItems {
  /** The text of each item that was streamed, by kind and by identifier or place. */
  readonly #texts = new Map<string, { text: string }>();

  /** An event has brought text of the item that it names. */
  add(kind: Kind, { item_id: id, output_index: place }: JsonRecord, text: string): void {
    if (text === '') {
      return;
    }
    const keys = keysOf(kind, id, place);
    const known = keys.map((key) => this.#texts.get(key)).find((found) => found !== undefined) ?? { text: '' };
    known.text += text;
    // Without a name it may be any item of its kind.
    for (const key of keys.length > 0 ? keys : [kind]) {
      this.#texts.set(key, known);
    }
  }

  has(kind: Kind, item: JsonRecord, place: unknown, text: string): boolean {
    return (
      [kind, ...keysOf(kind, item['id'], place)].some((key) => this.#texts.has(key)) ||
      [...this.#texts].some(([key, told]) => key.startsWith(kind) && told.text === text)
    );
  }
}

function keysOf(kind: Kind, id: unknown, place: unknown): string[] {
  const name = asText(id);
  return [
    ...(name === undefined ? [] : [`${kind} named ${name}`]),
    ...(typeof place === 'number' ? [`${kind} at ${place}`] : []),
  ];
}
