import { describeDrawing, type DrawingPlace } from '../drawings';
import { markdownTable, oneLine } from '../markdown';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml';

const titles = new Set(['title', 'ctrTitle']);
/** Placeholders whose text is on every slide. */
const furniture = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg']);

export function slideTitle(tree: XmlElement | undefined): string {
  const title = titleOf(shapesOf(tree));
  return title
    ? oneLine(
        paragraphsOf(title)
          .map(({ text }) => text)
          .join(' '),
      )
    : '';
}

/** What else is on a slide, in the order in which it was drawn, which is how screen readers read it. */
export async function* slideBlocks(tree: XmlElement | undefined, place: DrawingPlace): AsyncGenerator<string> {
  const shapes = shapesOf(tree);
  const title = titleOf(shapes);
  for (const shape of shapes) {
    const type = placeholderOf(shape);
    if (shape.name === 'sp' && shape !== title && (type === undefined || !furniture.has(type))) {
      yield textBlock(shape, { isList: type === 'obj' || type === 'body' });
    } else if (shape.name === 'graphicFrame' || shape.name === 'pic') {
      const [table] = descendantsOf(shape, 'tbl');
      yield table ? tableOf(table) : await describeDrawing(shape, place);
    }
  }
}

function titleOf(shapes: readonly XmlElement[]): XmlElement | undefined {
  return shapes.find((shape) => shape.name === 'sp' && titles.has(placeholderOf(shape) ?? ''));
}

/** What a layout keeps this shape's place for; undefined for shapes that are the slide's own. */
function placeholderOf(shape: XmlElement): string | undefined {
  const placeholder = childOf(shape, 'nvSpPr', 'nvPr', 'ph');
  return placeholder && (placeholder.attributes['type'] ?? 'obj');
}

/** The words of a page of notes. */
export function readNotes(tree: XmlElement | undefined): string {
  const body = shapesOf(tree).filter((shape) => placeholderOf(shape) === 'body');
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
