import type { AttachmentServices, PrepareContext } from './attachment-services';
import type { Begun } from './tray-items';

export interface RunningWorkOptions {
  readonly services: AttachmentServices;
  readonly onProgress: (id: string, doing: string, fraction: number | undefined) => void;
  /** It failed, and was not stopped before. */
  readonly onFailure: (begun: Begun, error: unknown) => void;
}

/** What is being done with attachments: one thing at a time with each. */
export class RunningWork {
  readonly #options: RunningWorkOptions;
  readonly #running = new Map<string, Running>();

  constructor(options: RunningWorkOptions) {
    this.#options = options;
  }

  /** Begins it in the place of what is being done with this attachment. */
  start(begun: Begun, work: (context: PrepareContext) => Promise<void>): void {
    const { id } = begun;
    this.stop(id);
    const { services, onProgress, onFailure } = this.#options;
    const controller = new AbortController();
    const { signal } = controller;
    const context: PrepareContext = {
      ...services,
      id,
      signal,
      progress: (doing, fraction) => {
        if (!signal.aborted) {
          onProgress(id, doing, fraction);
        }
      },
    };
    const done = work(context).catch((error: unknown) => {
      if (!signal.aborted) {
        this.finish(id);
        onFailure(begun, error);
      }
    });
    this.#running.set(id, { begun, controller, done });
  }

  /** What was begun with an attachment and has not ended. */
  begunWith(id: string): Begun | undefined {
    return this.#running.get(id)?.begun;
  }

  stop(id: string): void {
    this.#running.get(id)?.controller.abort();
    this.finish(id);
  }

  /** It is at its end, but for what it does in the same step. */
  finish(id: string): void {
    this.#running.delete(id);
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all([...this.#running.values()].map(({ done }) => done));
    }
  }
}

interface Running {
  readonly begun: Begun;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}
