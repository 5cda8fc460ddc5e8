import type { TextGrowth } from '../../src/shared/text-growth';
import { BlockStream } from './block-stream';
import { createDom, patchDom } from './dom-patch';
import { enrich } from './enrich';
import type { Enrichment } from './enrich';
import type { MarkdownElement } from './markdown-node';

/** Blocks in one section; full sections that are out of sight are not laid out (see markdown.css). */
const sectionLength = 24;
/** Sections in one chapter: each that stands by itself is visited with every piece, also when it is not laid out. */
const chapterLength = 12;

/** Changes a block before it is shown. */
export type Decorate = (block: MarkdownElement) => MarkdownElement;

export interface MarkdownState {
  /** Whether the text is whole, as far as is known now. */
  readonly finished: boolean;
  readonly decorate?: Decorate | undefined;
  /** How the text came to be, where that is known. */
  readonly growth?: TextGrowth | undefined;
}

interface ShownBlock {
  readonly dom: Node;
  readonly element: MarkdownElement;
}

/** Shows a markdown text in an element and follows it as it grows. Blocks that are closed stay untouched. */
export class MarkdownView {
  readonly #root: HTMLElement;
  readonly #enrichment: Enrichment | undefined;
  readonly #shown: ShownBlock[] = [];
  #stream = new BlockStream();
  #text = '';
  #finished = false;
  #decorate: Decorate | undefined;

  constructor(root: HTMLElement, enrichment?: Enrichment) {
    this.#root = root;
    this.#enrichment = enrichment;
  }

  update(text: string, { finished, decorate, growth }: MarkdownState): void {
    const isDecoratedAnew = decorate !== this.#decorate;
    if (text === this.#text && finished === this.#finished && !isDecoratedAnew) {
      return;
    }
    this.#decorate = decorate;
    let added = this.#addedTo(text, growth);
    if (this.#finished || isDecoratedAnew || added === undefined) {
      // A stopped answer goes on, or the text is another one: what stays the same is found by comparing.
      this.#stream = new BlockStream();
      added = text;
    }
    const firstOpen = this.#stream.settledCount;
    const changed = [...this.#stream.append(added)];
    if (finished) {
      changed.push(...this.#stream.finish());
    }
    this.#text = text;
    this.#finished = finished;
    for (const index of changed.filter((one) => one < firstOpen)) {
      this.#show(index);
    }
    for (let index = firstOpen; index < this.#stream.length; index++) {
      this.#show(index);
    }
    this.#removeFrom(this.#stream.length);
  }

  /** @returns what is new in a text; undefined when it does not begin with the one before */
  #addedTo(text: string, growth: TextGrowth | undefined): string | undefined {
    // The same string as the one that was shown then: its characters need not be read.
    if (growth?.from === this.#text) {
      return growth.by;
    }
    // Compared as a whole, which engines do by the word; `startsWith` goes letter by letter.
    const { length } = this.#text;
    return text.slice(0, length) === this.#text ? text.slice(length) : undefined;
  }

  #show(index: number): void {
    const block = this.#stream.block(index);
    if (!block) {
      return;
    }
    const element = this.#enriched(this.#decorate?.(block) ?? block, index);
    const shown = this.#shown[index];
    if (shown) {
      this.#shown[index] = { dom: patchDom(shown.dom, shown.element, element), element };
      return;
    }
    const dom = createDom(element);
    this.#section(index).append(dom);
    this.#shown[index] = { dom, element };
  }

  #enriched(block: MarkdownElement, index: number): MarkdownElement {
    if (!this.#enrichment) {
      return block;
    }
    return enrich(block, {
      enrichment: this.#enrichment,
      isFinal: index < this.#stream.settledCount,
      changed: () => this.#showAgain(index),
    });
  }

  /** What came late may belong to a text that is not shown any more, or not in this place. */
  #showAgain(index: number): void {
    if (index < this.#shown.length) {
      this.#show(index);
    }
  }

  /** @returns where the block with this index stands */
  #section(index: number): Element {
    const section = Math.floor(index / sectionLength);
    const chapter = childAt(this.#root, Math.floor(section / chapterLength), 'markdown-chapter');
    return childAt(chapter, section % chapterLength, 'markdown-section');
  }

  #removeFrom(length: number): void {
    for (const { dom } of this.#shown.splice(length)) {
      const section = dom.parentElement;
      dom.parentNode?.removeChild(dom);
      removeEmpty(section);
    }
  }
}

function childAt(parent: Element, index: number, className: string): Element {
  const existing = parent.children[index];
  if (existing) {
    return existing;
  }
  const child = document.createElement('div');
  child.className = className;
  parent.append(child);
  return child;
}

/** Removes a section without blocks, and its chapter when that was the last one in it. */
function removeEmpty(section: Element | null): void {
  if (section?.childNodes.length === 0) {
    const chapter = section.parentElement;
    section.remove();
    if (chapter?.childNodes.length === 0) {
      chapter.remove();
    }
  }
}
