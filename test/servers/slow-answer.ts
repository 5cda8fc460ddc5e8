import { setTimeout as wait } from 'node:timers/promises';
import { finishChunk, textChunk } from './chunks';
import type { Reply } from './replies';

/** A long answer of numbered words, for tests that break it off and look at what is left of it. */
export class SlowAnswer {
  readonly reply: Reply;
  #count = 0;
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  /**
   * @param words how many there are
   * @param delay milliseconds between them
   */
  constructor(words: number, delay: number) {
    this.reply = async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      while (this.#count < words && !response.destroyed) {
        response.write(`data: ${JSON.stringify(textChunk(`${wordOf(this.#count)} `))}\n\n`);
        this.#count += 1;
        this.#wake();
        await wait(delay);
      }
      response.end(`data: ${JSON.stringify(finishChunk())}\n\ndata: [DONE]\n\n`);
    };
  }

  /** Words sent so far. */
  get count(): number {
    return this.#count;
  }

  /** Resolves once so many words have been sent. */
  async reached(count: number): Promise<void> {
    if (this.#count >= count) return;
    await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
  }

  #wake(): void {
    const reached = this.#waiting.filter(({ count }) => count <= this.#count);
    this.#waiting = this.#waiting.filter((waiting) => !reached.includes(waiting));
    for (const { resolve } of reached) resolve();
  }
}

/** The first words, as they are read on the screen. */
export function firstWords(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => wordOf(index));
}

/** The numbered words in a text. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/w\d+/g) ?? [];
}

function wordOf(index: number): string {
  return `w${index + 1}`;
}
