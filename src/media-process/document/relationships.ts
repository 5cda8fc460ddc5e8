import { posix } from 'node:path';
import type { TaskContext } from '../task-context';
import { elementsOf } from './xml';
import type { ZipPackage } from './zip-package';

/** What a part of an office document refers to. */
export interface Relationship {
  /** The last word of its type, as in "image". */
  readonly type: string;
  /** A part of the document, or an address where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relationships of a part by their identifiers. */
export type Relationships = ReadonlyMap<string, Relationship>;

export async function relationshipsOf(zip: ZipPackage, part: string, context: TaskContext): Promise<Relationships> {
  const { dir, base } = posix.parse(part);
  const bytes = zip.read(posix.join(dir, '_rels', `${base}.rels`));
  const relationships = new Map<string, Relationship>();
  if (bytes) {
    for await (const { attributes } of elementsOf(bytes, ['Relationship'], context)) {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const isExternal = TargetMode === 'External';
      const target = isExternal ? Target : posix.join('/', dir, Target).slice(1);
      relationships.set(Id, { type: Type.split('/').at(-1) ?? '', target: absolute(Target) ?? target, isExternal });
    }
  }
  return relationships;

  function absolute(target: string): string | undefined {
    return target.startsWith('/') ? posix.normalize(target).slice(1) : undefined;
  }
}

/** The part that a relationship of this type leads to. */
export function partOfType(relationships: Relationships, type: string): string | undefined {
  return [...relationships.values()].find((one) => one.type === type && !one.isExternal)?.target;
}
