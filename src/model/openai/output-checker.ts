import type { OutputCheck } from '../../shared/answer-parts';
import type { ResponseFormat } from '../../shared/parameters';
import type { FinishReason, ModelDelta } from '../deltas';
import { checkOutput } from '../structured-output';

/** Listens to an answer that was asked for as JSON, and checks it when it is whole. */
export class OutputChecker {
  readonly #format: ResponseFormat | undefined;
  #text = '';
  #isOutput: boolean;

  constructor(format: ResponseFormat | undefined) {
    this.#format = format;
    this.#isOutput = format !== undefined && format.type !== 'text';
  }

  add(delta: ModelDelta): void {
    if (delta.type === 'text' && delta.alternative === undefined && this.#isOutput) {
      this.#text += delta.text;
    }
    if (delta.type === 'reasoning' && delta.claimsText && delta.alternative === undefined) {
      this.#text = '';
    }
    // A refusal or a call is another kind of answer, of which no JSON is expected.
    if (delta.type === 'refusal' || delta.type === 'toolCall') {
      this.#isOutput = false;
    }
  }

  /** Undefined where nothing is to be checked: no JSON was asked for, or the answer was cut. */
  async check(reason: FinishReason): Promise<OutputCheck | undefined> {
    const isWhole = reason === 'stop' || reason === 'unknown';
    return this.#isOutput && isWhole && this.#format ? checkOutput(this.#text, this.#format) : undefined;
  }
}
