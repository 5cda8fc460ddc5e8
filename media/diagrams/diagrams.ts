import type { DiagramFrame } from './diagram-frame';
import type { DiagramAnswer, DiagramRequest } from './diagram-messages';

/** Milliseconds that one diagram may take, the first one with the start of the frame. */
const maxTime = 20_000;

/** Milliseconds after which a frame that draws nothing is let go. */
const idleTime = 60_000;

/** How many drawings are kept. */
const maxKept = 60;

type Frame = Pick<DiagramFrame, 'draw' | 'close'>;

/** Draws diagrams one after the other, and keeps what it drew. */
export class Diagrams {
  readonly #open: () => Promise<Frame>;
  readonly #kept = new Map<string, Promise<DiagramAnswer>>();
  #frame: Promise<Frame> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param open starts a frame */
  constructor(open: () => Promise<Frame>) {
    this.#open = open;
  }

  async draw(request: DiagramRequest): Promise<DiagramAnswer> {
    const key = JSON.stringify(request);
    const known = this.#kept.get(key);
    if (known) {
      return await known;
    }
    const answer = this.#last.then(() => this.#drawNext(key, request));
    this.#last = answer;
    this.#kept.set(key, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    return await answer;
  }

  async #drawNext(key: string, request: DiagramRequest): Promise<DiagramAnswer> {
    clearTimeout(this.#idle);
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), maxTime);
    try {
      this.#frame ??= this.#open();
      const answer = await Promise.race([this.#frame.then((frame) => frame.draw(request)), late.promise]);
      return answer === 'late' ? this.#failed(key, 'it takes too long to draw') : answer;
    } catch (error) {
      return this.#failed(key, error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
      this.#idle = setTimeout(() => this.#close(), idleTime);
    }
  }

  /** What is not wrong with the code may be over when the diagram is shown again. */
  #failed(key: string, reason: string): DiagramAnswer {
    this.#kept.delete(key);
    this.#close();
    return { status: 'failed', reason };
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
