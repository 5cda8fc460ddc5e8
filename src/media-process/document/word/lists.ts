import type { TaskContext } from '../../task-context';
import { childOf, childrenOf, elementsOf } from '../xml';
import type { ListPlace } from './styles';

interface Level {
  readonly format: string;
  readonly start: number;
}

/** Counts the items of lists as Word does: a level begins anew when one above it goes on. */
export class Lists {
  readonly #levels: ReadonlyMap<string, readonly Level[]>;
  readonly #counts = new Map<string, number[]>();

  constructor(levels: ReadonlyMap<string, readonly Level[]>) {
    this.#levels = levels;
  }

  /** What stands before the text of an item, indented; empty where the list was taken away from a paragraph. */
  marker({ list, level }: ListPlace): string {
    const levels = this.#levels.get(list);
    const format = levels?.[level]?.format ?? 'bullet';
    if (list === '0' || format === 'none') {
      return '';
    }
    const indentation = '   '.repeat(level);
    if (format === 'bullet') {
      return `${indentation}- `;
    }
    const counts = this.#counts.get(list) ?? [];
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = counts[level] === undefined ? (levels?.[level]?.start ?? 1) : counts[level] + 1;
    this.#counts.set(list, counts);
    return `${indentation}${counts[level]}. `;
  }
}

/** The lists of a document's numbering part. */
export async function readLists(bytes: Uint8Array | undefined, context: TaskContext): Promise<Lists> {
  const definitions = new Map<string, readonly Level[]>();
  const lists = new Map<string, readonly Level[]>();
  if (bytes) {
    for await (const element of elementsOf(bytes, ['abstractNum', 'num'], context)) {
      if (element.name === 'abstractNum') {
        const levels = childrenOf(element, 'lvl').map((level) => ({
          format: childOf(level, 'numFmt')?.attributes['val'] ?? 'decimal',
          start: Number(childOf(level, 'start')?.attributes['val'] ?? 1),
        }));
        definitions.set(element.attributes['abstractNumId'] ?? '', levels);
      } else {
        const definition = childOf(element, 'abstractNumId')?.attributes['val'] ?? '';
        lists.set(element.attributes['numId'] ?? '', definitions.get(definition) ?? []);
      }
    }
  }
  return new Lists(lists);
}
