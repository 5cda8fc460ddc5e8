import { scaleBounds } from './bounds';
import type { Bounds } from './bounds';
import { lineAcross, lineSpans, ruleBetween } from './find-rules';
import type { Rules } from './find-rules';

/** The lines of a page in pixels of the whole picture, though they were found in a smaller version of it. */
export class PageRules {
  readonly #rules: Rules;
  readonly #factor: number;

  /** `factor`: width of the version in which the lines were found, divided by the picture's. */
  constructor(rules: Rules, factor: number) {
    this.#rules = rules;
    this.#factor = factor;
  }

  /** Whether a vertical line that divides the page lies between two columns on a row. */
  divide(row: number, left: number, right: number): boolean {
    return ruleBetween(this.#rules, row * this.#factor, left * this.#factor, right * this.#factor);
  }

  /** Whether a horizontal line passes through some part of the area. */
  cross(area: Bounds): boolean {
    return lineAcross(this.#rules, scaleBounds(area, this.#factor));
  }

  /** Whether a horizontal line goes all the way from the left to the right of the area. */
  span(area: Bounds): boolean {
    return lineSpans(this.#rules, scaleBounds(area, this.#factor));
  }
}
