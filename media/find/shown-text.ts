import { endBlock, isBeside, isInline } from './block-text';
import { findText } from './find-text';

/** What is looked through in a message. */
const searched = '.question-text, .markdown, .code-view';

interface TextPlace {
  readonly node: Text;
  /** Where its text begins in that of the message. */
  readonly start: number;
}

/** Where a rendered message contains what is looked for. */
export function shownMatches(message: Element, query: string): readonly Range[] {
  const places: TextPlace[] = [];
  let text = '';
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      places.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof Element && !isBeside(node.localName, node.getAttribute('class') ?? '')) {
      const isBlock = !isInline(node.localName);
      text = isBlock ? endBlock(text) : text;
      node.childNodes.forEach(visit);
      text = isBlock ? endBlock(text) : text;
    }
  };
  message.querySelectorAll(searched).forEach(visit);
  return findText(text, query).flatMap(({ start, end }) => rangeOf(places, start, end));
}

function rangeOf(places: readonly TextPlace[], start: number, end: number): readonly Range[] {
  const first = places.findLast((place) => place.start <= start);
  const last = places.findLast((place) => place.start < end);
  if (!first || !last) {
    return [];
  }
  const range = new Range();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return [range];
}
