import { BlockStream } from './block-stream';
import { createDom, patchDom } from './dom-patch';
import { enrich } from './enrich';
import type { Enrichment } from './enrich';
import type { MarkdownElement } from './markdown-node';

/** Blocks in one section; full sections that are out of sight are not laid out (see markdown.css). */
const sectionLength = 24;

/** Changes a block before it is shown. */
export type Decorate = (block: MarkdownElement) => MarkdownElement;

export interface MarkdownState {
  /** Whether the text is whole, as far as is known now. */
  readonly finished: boolean;
  readonly decorate?: Decorate | undefined;
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

  update(text: string, { finished, decorate }: MarkdownState): void {
    const isDecoratedAnew = decorate !== this.#decorate;
    if (text === this.#text && finished === this.#finished && !isDecoratedAnew) {
      return;
    }
    this.#decorate = decorate;
    // Compared as a whole, which engines do by the word; `startsWith` goes letter by letter, with every piece again.
    const isLonger = text.slice(0, this.#text.length) === this.#text;
    if (this.#finished || isDecoratedAnew || !isLonger) {
      // A stopped answer goes on, or the text is another one: what stays the same is found by comparing.
      this.#stream = new BlockStream();
      this.#text = '';
    }
    const firstOpen = this.#stream.settledCount;
    const changed = [...this.#stream.append(text.slice(this.#text.length))];
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
    this.#section(Math.floor(index / sectionLength)).append(dom);
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

  #section(index: number): Element {
    const existing = this.#root.children[index];
    if (existing) {
      return existing;
    }
    const section = document.createElement('div');
    section.className = 'markdown-section';
    this.#root.append(section);
    return section;
  }

  #removeFrom(length: number): void {
    for (const { dom } of this.#shown.splice(length)) {
      dom.parentNode?.removeChild(dom);
    }
    const sections = Math.ceil(length / sectionLength);
    while (this.#root.children.length > sections) {
      this.#root.lastElementChild?.remove();
    }
  }
}
