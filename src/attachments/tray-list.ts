import type { TrayItem } from '../shared/attachment/tray-item';
import type { Disposable } from '../util/disposable';
import { Emitter, type Event } from '../util/emitter';

/** The items of a tray in their order. */
export class TrayList implements Disposable {
  readonly #changes = new Emitter<void>();
  #items: readonly TrayItem[] = [];

  get items(): readonly TrayItem[] {
    return this.#items;
  }

  get onChange(): Event<void> {
    return this.#changes.event;
  }

  find(id: string): TrayItem | undefined {
    return this.#items.find((item) => item.id === id);
  }

  append(items: readonly TrayItem[]): void {
    this.#change([...this.#items, ...items]);
  }

  prepend(items: readonly TrayItem[]): void {
    this.#change([...items, ...this.#items]);
  }

  /** Another state of an item; nothing where it has been removed. */
  replace(item: TrayItem): void {
    this.#change(this.#items.map((old) => (old.id === item.id ? item : old)));
  }

  remove(ids: ReadonlySet<string>): void {
    this.#change(this.#items.filter(({ id }) => !ids.has(id)));
  }

  /** Puts the items into this order; any that it does not name stay at the end. */
  reorder(ids: readonly string[]): void {
    const named = ids.flatMap((id) => this.find(id) ?? []);
    this.#change([...new Set([...named, ...this.#items])]);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #change(items: readonly TrayItem[]): void {
    this.#items = items;
    this.#changes.fire();
  }
}
