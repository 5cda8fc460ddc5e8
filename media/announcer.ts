/** Speaks through a hidden live region. */
export class Announcer {
  #region: HTMLElement | undefined;

  /** @param region an element with the role `status` that is on the page from the start, or it would not be heard */
  attach(region: HTMLElement | null): void {
    this.#region = region ?? undefined;
  }

  announce(text: string): void {
    if (this.#region) {
      // The same text again is a change only when it differs: a space is not spoken.
      this.#region.textContent = this.#region.textContent === text ? `${text}\u00a0` : text;
    }
  }
}
