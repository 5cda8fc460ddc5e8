/** About one frame: what comes faster than this can't be seen. */
const intervalMilliseconds = 16;

type TextKind = 'text' | 'reasoning';

/** Joins pieces of text that come faster than they can be shown. The first one passes at once. */
export class DeltaCoalescer {
  readonly #emit: (kind: TextKind, text: string) => void;
  #kind: TextKind = 'text';
  #text = '';
  #emittedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(emit: (kind: TextKind, text: string) => void) {
    this.#emit = emit;
  }

  add(kind: TextKind, text: string): void {
    if (kind !== this.#kind) {
      this.flush();
      this.#kind = kind;
    }
    this.#text += text;
    const wait = this.#emittedAt + intervalMilliseconds - performance.now();
    if (wait <= 0) {
      this.flush();
    } else {
      this.#timer ??= setTimeout(() => this.flush(), wait);
    }
  }

  /** Passes on what waits; afterwards nothing comes without a further `add`. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text !== '') {
      const text = this.#text;
      this.#text = '';
      this.#emittedAt = performance.now();
      this.#emit(this.#kind, text);
    }
  }
}
