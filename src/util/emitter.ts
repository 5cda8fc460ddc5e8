import type { Disposable } from './disposable';

/** Subscribes to something that happens; the same shape as `vscode.Event`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A source of events. A listener added while one is being delivered hears the next. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    // Wrapped, so that adding the same function twice makes two subscriptions.
    const subscription = (value: T): void => listener(value);
    this.#listeners.add(subscription);
    return { dispose: () => this.#listeners.delete(subscription) };
  };

  /** Tells all listeners; never throws. The error of one (a panel that has just closed) is reported as uncaught. */
  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
