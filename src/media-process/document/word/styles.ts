import type { TaskContext } from '../../task-context';
import { childOf, elementsOf, type XmlElement } from '../xml';

/** What of a paragraph's style matters for reading. */
export interface ParagraphStyle {
  /** 1 to 6. */
  readonly heading?: number;
  readonly list?: ListPlace;
}

export interface ListPlace {
  readonly list: string;
  /** From 0. */
  readonly level: number;
}

type Styles = ReadonlyMap<string, ParagraphStyle>;

/** Paragraph styles by their identifiers; what a style does not say, the one that it is based on says. */
export async function readStyles(bytes: Uint8Array | undefined, context: TaskContext): Promise<Styles> {
  const elements = new Map<string, XmlElement>();
  if (bytes) {
    for await (const style of elementsOf(bytes, ['style'], context)) {
      elements.set(style.attributes['styleId'] ?? '', style);
    }
  }
  const resolve = (id: string, seen: ReadonlySet<string>): ParagraphStyle => {
    const style = elements.get(id);
    if (!style || seen.has(id)) {
      return {};
    }
    const base = childOf(style, 'basedOn')?.attributes['val'];
    return { ...(base !== undefined && resolve(base, new Set([...seen, id]))), ...ownStyle(style) };
  };
  return new Map(Array.from(elements.keys(), (id) => [id, resolve(id, new Set())]));
}

function ownStyle(style: XmlElement): ParagraphStyle {
  const name = childOf(style, 'name')?.attributes['val'] ?? '';
  const byName = /^title$/i.test(name) ? 1 : Number(/^heading (\d)$/i.exec(name)?.[1] ?? Number.NaN);
  const properties = paragraphStyle(childOf(style, 'pPr'));
  const heading = Number.isNaN(byName) ? properties.heading : Math.min(byName, 6);
  return { ...properties, ...(heading !== undefined && { heading }) };
}

/** What the properties of a paragraph or style (`w:pPr`) say themselves. */
export function paragraphStyle(properties: XmlElement | undefined): ParagraphStyle {
  const outline = childOf(properties, 'outlineLvl')?.attributes['val'];
  const numbering = childOf(properties, 'numPr');
  const list = childOf(numbering, 'numId')?.attributes['val'];
  const level = Number(childOf(numbering, 'ilvl')?.attributes['val'] ?? 0);
  return {
    // Level 9 stands for text of the body.
    ...(outline !== undefined && Number(outline) < 9 && { heading: Math.min(Number(outline) + 1, 6) }),
    ...(list !== undefined && { list: { list, level: Number.isInteger(level) ? Math.min(Math.max(level, 0), 8) : 0 } }),
  };
}
