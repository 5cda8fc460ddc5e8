/** Answers of the host that are asked for each time: what they are about may have been edited since. */
export class AskedAnew<Subject, Found> {
  readonly #request: (subject: Subject) => void;
  readonly #keyOf: (subject: Subject) => string;
  readonly #listeners = new Map<string, Set<(found: Found) => void>>();

  /** @param request asks the host; the answer comes through `settle` */
  constructor(request: (subject: Subject) => void, keyOf: (subject: Subject) => string) {
    this.#request = request;
    this.#keyOf = keyOf;
  }

  /** @returns ends the use */
  use(subject: Subject, listener: (found: Found) => void): () => void {
    const key = this.#keyOf(subject);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    this.#request(subject);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.#listeners.delete(key);
      }
    };
  }

  settle(subject: Subject, found: Found): void {
    this.#listeners.get(this.#keyOf(subject))?.forEach((listener) => listener(found));
  }
}
