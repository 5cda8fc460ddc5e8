import { isBeside, isInline } from './block-text';
import { blockEnd, type TextMatch } from './find-text';
import { firstIndex, type Steps } from './steps';

/** Nodes that are read from one pause to the next. */
const nodesInStep = 100;

/** What is shown in an element, as one text, and which node each character of it is in. */
export class ShownText {
  readonly element: Element;
  #text = '';
  readonly #nodes: Text[] = [];
  /** Where the text of each node begins. */
  readonly #starts: number[] = [];

  private constructor(element: Element) {
    this.element = element;
  }

  /** What changes during a pause may be read as it was or as it is. */
  static *read(element: Element): Steps<ShownText> {
    const shown = new ShownText(element);
    // Put together at the end: to look at a text that grows makes the engine copy it each time.
    const parts: string[] = [];
    let length = 0;
    let block: Element | null = null;
    const add = (part: string): void => {
      parts.push(part);
      length += part.length;
    };
    const walker = walkerIn(element);
    for (let count = 1, node = walker.nextNode(); node; node = walker.nextNode(), count++) {
      const around = blockAround(node);
      if (around !== block && length > 0 && parts.at(-1) !== blockEnd) {
        add(blockEnd);
      }
      block = around;
      if (node instanceof Text) {
        shown.#nodes.push(node);
        shown.#starts.push(length);
        add(node.data);
      }
      if (count % nodesInStep === 0) {
        yield;
      }
    }
    shown.#text = parts.join('');
    return shown;
  }

  get text(): string {
    return this.#text;
  }

  /** The node that a character is in. */
  nodeAt(offset: number): Text | undefined {
    return this.#nodes[this.#indexAt(offset)];
  }

  rangeOf({ start, end }: TextMatch): Range | undefined {
    const first = this.#place(start, start);
    const last = this.#place(end - 1, end);
    if (!first || !last) {
      return undefined;
    }
    const range = new Range();
    range.setStart(...first);
    range.setEnd(...last);
    return range;
  }

  /** Where a boundary is in the node of a character. */
  #place(character: number, boundary: number): [node: Text, offset: number] | undefined {
    const index = this.#indexAt(character);
    const node = this.#nodes[index];
    // Since it was read, the node may have become shorter.
    return node && [node, Math.min(boundary - (this.#starts[index] ?? 0), node.length)];
  }

  #indexAt(offset: number): number {
    return firstIndex(this.#starts.length, (index) => (this.#starts[index] ?? 0) > offset) - 1;
  }
}

function walkerIn(element: Element): TreeWalker {
  return document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && isBeside(node.localName, node.getAttribute('class') ?? '')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
}

/** The block that a node is, or that it reads on in. */
function blockAround(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element && isInline(element.localName)) {
    element = element.parentElement;
  }
  return element;
}
