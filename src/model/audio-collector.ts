import type { ModelDelta, ModelResult } from './deltas';

/** Joins the pieces of a spoken answer. */
export class AudioCollector {
  readonly #pieces: Uint8Array[] = [];
  #transcript = '';
  #format: string | undefined;

  add({ bytes, transcript = '', format }: Extract<ModelDelta, { type: 'audio' }>): void {
    if (bytes) {
      this.#pieces.push(bytes);
    }
    this.#transcript += transcript;
    this.#format = format;
  }

  /** Undefined when nothing was spoken. */
  get result(): ModelResult['audio'] {
    return this.#format === undefined
      ? undefined
      : { bytes: Buffer.concat(this.#pieces), format: this.#format, transcript: this.#transcript };
  }
}
