import type { MarkdownElement } from '../markdown/markdown-node';

/** Draws a formula, or gives nothing for one that can't be drawn. */
export type DrawFormula = (tex: string, display: boolean) => MarkdownElement | undefined;

/** How many drawings are kept. */
const maxKept = 1000;

/** Drawings of formulas, made by a script that is loaded with the first one. */
export class Formulas {
  readonly #load: () => Promise<DrawFormula>;
  readonly #kept = new Map<string, MarkdownElement | undefined>();
  readonly #waiting = new Set<() => void>();
  #draw: DrawFormula | undefined;
  #isLoading = false;

  constructor(load: () => Promise<DrawFormula>) {
    this.#load = load;
  }

  /**
   * @param changed called once when the formula can be drawn, if it can't be yet
   * @returns nothing where it can't be drawn, now or ever; the same object for the same formula
   */
  drawing(tex: string, display: boolean, changed: () => void): MarkdownElement | undefined {
    if (!this.#draw) {
      this.#waiting.add(changed);
      void this.#start();
      return undefined;
    }
    const key = `${display ? 'display' : 'inline'} ${tex}`;
    if (!this.#kept.has(key)) {
      this.#kept.set(key, this.#draw(tex, display));
      this.#forgetOldest();
    }
    return this.#kept.get(key);
  }

  async #start(): Promise<void> {
    if (this.#isLoading) {
      return;
    }
    this.#isLoading = true;
    try {
      this.#draw = await this.#load();
    } catch {
      // Formulas stay their source. The next one that comes tries again.
      this.#isLoading = false;
    }
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    if (this.#draw) {
      waiting.forEach((changed) => changed());
    }
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maxKept && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
  }
}
