/** Less is chance: words such as "in the" end and begin many texts. */
const shortestOverlap = 12;
/** How much of the end a model repeats at most. */
const longestOverlap = 400;

/**
 * Models that go on with a text often repeat its last words. Holds back the beginning of what comes for as long as it
 * may be such a repetition, and leaves out what was there already: an exact overlap of 12 characters or more.
 */
export class SeamTrimmer {
  readonly #end: string;
  #held = '';
  #isPast = false;

  constructor(before: string) {
    this.#end = before.slice(-longestOverlap);
  }

  /** What of the text so far is to be shown now; empty while that can't be told yet. */
  take(text: string): string {
    if (this.#isPast) {
      return text;
    }
    this.#held += text;
    return this.#mayGrow() ? '' : this.finish();
  }

  /** What was still held back when no more text comes. */
  finish(): string {
    this.#isPast = true;
    const rest = this.#held.slice(this.#overlap());
    this.#held = '';
    return rest;
  }

  /** Whether a longer overlap is possible: what is held is the beginning of a longer end of the text before. */
  #mayGrow(): boolean {
    const found = this.#end.indexOf(this.#held);
    return found !== -1 && found + this.#held.length < this.#end.length;
  }

  #overlap(): number {
    for (let length = Math.min(this.#held.length, this.#end.length); length >= shortestOverlap; length--) {
      const repeated = this.#held.slice(0, length);
      // Rules, indentation and rows of signs repeat themselves for good reasons.
      if (this.#end.endsWith(repeated) && /[\p{L}\p{N}]/u.test(repeated)) {
        return length;
      }
    }
    return 0;
  }
}
