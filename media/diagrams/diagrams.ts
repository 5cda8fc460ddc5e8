import type { DiagramFrame } from './diagram-frame';
import type { DiagramAnswer, DiagramRequest } from './diagram-messages';

/** Milliseconds that one diagram may take, the first one with the start of the frame. */
const maxTime = 20_000;

/** Milliseconds after which a frame that draws nothing is let go. */
const idleTime = 60_000;

/** How many drawings are kept. */
const maxKept = 60;

/** Draws diagrams one after the other, and keeps what it drew. */
export class Diagrams {
  readonly #open: () => Promise<DiagramFrame>;
  readonly #kept = new Map<string, Promise<DiagramAnswer>>();
  #frame: Promise<DiagramFrame> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param open starts a frame */
  constructor(open: () => Promise<DiagramFrame>) {
    this.#open = open;
  }

  async draw(request: DiagramRequest): Promise<DiagramAnswer> {
    const key = JSON.stringify(request);
    const known = this.#kept.get(key);
    if (known) {
      return await known;
    }
    const answer = this.#last.then(() => this.#drawNext(request));
    this.#last = answer;
    this.#kept.set(key, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    return await answer;
  }

  async #drawNext(request: DiagramRequest): Promise<DiagramAnswer> {
    clearTimeout(this.#idle);
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), maxTime);
    try {
      this.#frame ??= this.#open();
      const answer = await Promise.race([this.#frame.then((frame) => frame.draw(request)), late.promise]);
      if (answer !== 'late') {
        return answer;
      }
      this.#close();
      return { status: 'failed', reason: 'it takes too long to draw' };
    } catch (error) {
      this.#close();
      return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
      this.#idle = setTimeout(() => this.#close(), idleTime);
    }
  }

  #close(): void {
    // One that could not be opened has nothing to close.
    void this.#frame?.then(
      (frame) => frame.close(),
      () => undefined,
    );
    this.#frame = undefined;
  }
}
