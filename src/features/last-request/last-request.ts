import type { ExchangeRecord } from '../../model/exchange-record';
import type { Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';

/** Keeps the exchanges of the request that began last: all its tries, the oldest first. */
export class LastRequest implements Disposable {
  readonly #changes = new Emitter<void>();
  #exchanges: readonly ExchangeRecord[] = [];

  /** Fired when there is a newer request, or more of this one. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** Empty until a request was sent. */
  get exchanges(): readonly ExchangeRecord[] {
    return this.#exchanges;
  }

  /** Takes the latest state of an exchange. What is left of a request that is not the last any more changes nothing. */
  readonly observe = (record: ExchangeRecord): void => {
    const current = this.#exchanges.at(-1)?.request ?? 0;
    if (record.request < current) {
      return;
    }
    const others = record.request > current ? [] : this.#exchanges;
    const isKnown = others.some(({ id }) => id === record.id);
    this.#exchanges = isKnown ? others.map((other) => (other.id === record.id ? record : other)) : [...others, record];
    this.#changes.fire();
  };

  dispose(): void {
    this.#changes.dispose();
  }
}
