/** Messages on either side of where a chat opens that have a box each from the start. */
const around = 60;

/** Messages that share a box while they are far. */
const stretchLength = 50;

/**
 * The stretches of a long chat that are far from what is visible. All messages of one share one box until it comes near:
 * with each frame that changes something the browser goes over all boxes, and thousands of them take it longer than the
 * messages in view.
 */
export class FarMessages {
  readonly #stretches = new Map<string, number>();
  #onOpened: (() => void) | undefined;

  /**
   * @param ids all messages of the chat as it is opened
   * @param at index of the message that it opens at
   */
  constructor(ids: readonly string[], at: number) {
    ids.forEach((id, index) => {
      if (Math.abs(index - at) > around) {
        this.#stretches.set(id, Math.floor(index / stretchLength));
      }
    });
  }

  /** The number of the stretch that a message is shown with; undefined for one that has a box of its own. */
  stretchOf(id: string): number | undefined {
    return this.#stretches.get(id);
  }

  /** Gives each message that is shown together with this one a box of its own. */
  open(id: string): void {
    const opened = this.#stretches.get(id);
    if (opened === undefined) {
      return;
    }
    for (const [other, stretch] of this.#stretches) {
      if (stretch === opened) {
        this.#stretches.delete(other);
      }
    }
    this.#onOpened?.();
  }

  /** @returns ends the watch */
  watch(onOpened: () => void): () => void {
    this.#onOpened = onOpened;
    return () => {
      this.#onOpened = undefined;
    };
  }
}
