import { describeDrawing, type DrawingPlace } from '../drawings';
import { markdownTable, oneLine } from '../markdown';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml';
import type { Lists } from './lists';
import { paragraphStyle, type ParagraphStyle } from './styles';

export interface WordBlocksOptions {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly lists: Lists;
  readonly place: DrawingPlace;
}

/** Elements that only hold others. What was deleted or moved away (`w:del`, `w:moveFrom`) is not among them. */
const wrappers = new Set([
  'r',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
]);

const marks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' };

const references: Readonly<Record<string, string>> = {
  footnoteReference: 'Footnote',
  endnoteReference: 'Endnote',
  commentReference: 'Comment',
};

/** Writes paragraphs and tables of Word as Markdown. */
export class WordBlocks {
  readonly #options: WordBlocksOptions;

  constructor(options: WordBlocksOptions) {
    this.#options = options;
  }

  async render(block: XmlElement): Promise<string> {
    return block.name === 'tbl' ? await this.#table(block) : await this.#paragraph(block);
  }

  /** All paragraphs and tables in an element, one after the other. */
  async renderAll(parent: XmlElement): Promise<string> {
    const blocks: string[] = [];
    for (const child of childrenOf(parent)) {
      if (child.name === 'p' || child.name === 'tbl') {
        blocks.push(await this.render(child));
      } else if (wrappers.has(child.name)) {
        blocks.push(await this.renderAll(child));
      }
    }
    return blocks.filter((text) => text.trim() !== '').join('\n');
  }

  async #paragraph(paragraph: XmlElement): Promise<string> {
    const properties = childOf(paragraph, 'pPr');
    const named = this.#options.styles.get(childOf(properties, 'pStyle')?.attributes['val'] ?? '') ?? {};
    const { heading, list } = { ...named, ...paragraphStyle(properties) };
    const text = (await this.#inline(paragraph)).trim();
    if (text === '') {
      return '';
    }
    if (heading !== undefined) {
      return `${'#'.repeat(heading)} ${oneLine(text)}`;
    }
    return `${list ? this.#options.lists.marker(list) : ''}${text}`;
  }

  async #table(table: XmlElement): Promise<string> {
    const rows: string[][] = [];
    for (const row of rowsOf(table)) {
      const cells: string[] = [];
      for (const cell of cellsOf(row)) {
        const properties = childOf(cell, 'tcPr');
        const merge = childOf(properties, 'vMerge');
        const goesOn = merge !== undefined && merge.attributes['val'] !== 'restart';
        const span = Math.min(Number(childOf(properties, 'gridSpan')?.attributes['val'] ?? 1) || 1, 100);
        cells.push(goesOn ? '' : await this.renderAll(cell), ...Array.from({ length: span - 1 }, () => ''));
      }
      rows.push(cells);
    }
    return markdownTable(rows);
  }

  async #inline(parent: XmlElement): Promise<string> {
    const parts: string[] = [];
    for (const child of childrenOf(parent)) {
      parts.push(await this.#inlineOf(child));
    }
    return parts.join('');
  }

  async #inlineOf(element: XmlElement): Promise<string> {
    const { name, attributes } = element;
    const reference = references[name];
    if (reference !== undefined) {
      return `[${reference} ${attributes['id'] ?? ''}]`;
    }
    if (wrappers.has(name)) {
      return await this.#inline(element);
    }
    switch (name) {
      case 't':
        return textOf(element);
      case 'hyperlink':
        return await this.#link(element);
      case 'AlternateContent':
        return await this.#inline({
          ...element,
          children: [childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? ''],
        });
      case 'Choice':
      case 'Fallback':
        return await this.#inline(element);
      case 'drawing':
      case 'pict':
      case 'object':
        return await this.#drawing(element);
      case 'oMath':
      case 'oMathPara':
        return descendantsOf(element, 't').map(textOf).join('');
      default:
        return marks[name] ?? '';
    }
  }

  async #link(link: XmlElement): Promise<string> {
    const text = await this.#inline(link);
    const target = this.#options.place.relationships.get(link.attributes['r:id'] ?? '');
    return target?.isExternal && target.target !== text ? `[${text}](${target.target})` : text;
  }

  /** Pictures and charts, and the text in boxes and shapes. */
  async #drawing(drawing: XmlElement): Promise<string> {
    const parts = [await describeDrawing(drawing, this.#options.place)];
    for (const box of descendantsOf(drawing, 'txbxContent')) {
      parts.push(await this.renderAll(box));
    }
    const text = parts.filter((part) => part !== '').join('\n\n');
    return text.includes('\n') ? `\n\n${text}\n\n` : text;
  }
}

/** Rows may be wrapped in content controls. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return unwrapped(table, 'tr');
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return unwrapped(row, 'tc');
}

function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(parent).flatMap((child) =>
    child.name === name ? [child] : wrappers.has(child.name) ? unwrapped(child, name) : [],
  );
}
