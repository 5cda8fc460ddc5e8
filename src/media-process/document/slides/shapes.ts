import { describeDrawing, type DrawingPlace } from '../drawings';
import { markdownTable, oneLine } from '../markdown';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml';

export interface SlideText {
  readonly title: string;
  readonly blocks: readonly string[];
}

const titles = new Set(['title', 'ctrTitle']);
/** Placeholders whose text is on every slide. */
const furniture = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']);

/** What is on a slide, in the order in which it was drawn, which is how screen readers read it. */
export async function readShapes(tree: XmlElement | undefined, place: DrawingPlace): Promise<SlideText> {
  const blocks: string[] = [];
  let title = '';
  for (const shape of shapesOf(tree)) {
    const placeholder = childOf(shape, 'nvSpPr', 'nvPr', 'ph');
    const type = placeholder && (placeholder.attributes['type'] ?? 'obj');
    if (shape.name === 'sp' && type !== undefined && titles.has(type) && title === '') {
      title = oneLine(
        paragraphsOf(shape)
          .map(({ text }) => text)
          .join(' '),
      );
    } else if (shape.name === 'sp' && (type === undefined || !furniture.has(type))) {
      blocks.push(textBlock(shape, { isList: type === 'obj' || type === 'body' }));
    } else if (shape.name === 'graphicFrame' || shape.name === 'pic') {
      const table = descendantsOf(shape, 'tbl')[0];
      blocks.push(table ? tableOf(table) : await describeDrawing(shape, place));
    }
  }
  return { title, blocks: blocks.filter((block) => block !== '') };
}

/** The words of a page of notes. */
export function readNotes(tree: XmlElement | undefined): string {
  const body = shapesOf(tree).filter((shape) => childOf(shape, 'nvSpPr', 'nvPr', 'ph')?.attributes['type'] === 'body');
  return body
    .flatMap((shape) => paragraphsOf(shape).map(({ text }) => text))
    .join('\n')
    .trim();
}

function shapesOf(tree: XmlElement | undefined): readonly XmlElement[] {
  return childrenOf(tree).flatMap((shape) => {
    switch (shape.name) {
      case 'grpSp':
        return shapesOf(shape);
      case 'AlternateContent':
        return shapesOf(childOf(shape, 'Choice') ?? childOf(shape, 'Fallback'));
      default:
        return [shape];
    }
  });
}

/** Paragraphs of a body are a list, unless there is only one of them. */
function textBlock(shape: XmlElement, { isList }: { readonly isList: boolean }): string {
  const paragraphs = paragraphsOf(shape).filter(({ text }) => text.trim() !== '');
  const hasItems = isList && (paragraphs.length > 1 || paragraphs.some(({ level }) => level > 0));
  return paragraphs.map(({ text, level }) => (hasItems ? `${'  '.repeat(level)}- ${oneLine(text)}` : text)).join('\n');
}

function paragraphsOf(shape: XmlElement): readonly { readonly text: string; readonly level: number }[] {
  return childrenOf(childOf(shape, 'txBody'), 'p').map((paragraph) => ({
    text: paragraphText(paragraph),
    level: Math.min(Number(childOf(paragraph, 'pPr')?.attributes['lvl'] ?? 0) || 0, 8),
  }));
}

function paragraphText(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((child) => {
      switch (child.name) {
        case 'r':
        case 'fld':
          return textOf(childOf(child, 't'));
        case 'br':
          return '\n';
        default:
          return descendantsOf(child, 't').map(textOf).join('');
      }
    })
    .join('');
}

function tableOf(table: XmlElement): string {
  return markdownTable(
    childrenOf(table, 'tr').map((row) =>
      childrenOf(row, 'tc').map((cell) => {
        const isCovered = cell.attributes['hMerge'] === '1' || cell.attributes['vMerge'] === '1';
        return isCovered ? '' : childrenOf(childOf(cell, 'txBody'), 'p').map(paragraphText).join('\n');
      }),
    ),
  );
}
