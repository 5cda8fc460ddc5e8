/** About one frame: what comes faster than this can't be seen. */
const intervalMilliseconds = 16;

export type TextKind = 'text' | 'reasoning' | 'refusal';

/** Text of one kind of one answer. */
export interface TextPiece {
  readonly kind: TextKind;
  /** Which of several answers, 0 for the first. */
  readonly alternative: number;
  readonly text: string;
}

/**
 * Joins pieces of text that come faster than they can be shown. The first one passes at once. Several answers that grow
 * in turn are joined each for itself.
 */
export class DeltaCoalescer {
  readonly #emit: (piece: TextPiece) => void;
  readonly #waiting = new Map<string, TextPiece>();
  #emittedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(emit: (piece: TextPiece) => void) {
    this.#emit = emit;
  }

  add(piece: TextPiece): void {
    const key = `${piece.kind}:${piece.alternative}`;
    const text = (this.#waiting.get(key)?.text ?? '') + piece.text;
    if (text === '') {
      return;
    }
    this.#waiting.set(key, { ...piece, text });
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
    const pieces = [...this.#waiting.values()];
    this.#waiting.clear();
    if (pieces.length > 0) {
      this.#emittedAt = performance.now();
      pieces.forEach((piece) => this.#emit(piece));
    }
  }
}
