/** Zero crossings of the sinc function on each side of its middle: what decides how steep the filter is. */
const zeroCrossings = 20;

/** Of the lower of both Nyquist frequencies; what is above is filtered away before it folds back as another tone. */
const passBand = 0.94;

/** Of the Kaiser window: about 80 dB of attenuation. */
const windowShape = 8;

/** More places between two samples than any two of the usual rates need. */
const maxPhases = 4_096;

/**
 * Changes the sample rate of one channel that comes block by block: a windowed sinc filter whose coefficients are
 * computed once for each place between two samples (https://ccrma.stanford.edu/~jos/resample/).
 */
export class Resampler {
  /** Samples that come in for each that is given. */
  readonly #step: number;
  /** Samples that matter on each side of a place. */
  readonly #reach: number;
  readonly #phases: readonly Float32Array[];
  /** Samples that may still matter; the first of them is number `#first` of all. */
  #held: Float32Array;
  #first: number;
  #taken = 0;
  #given = 0;

  /**
   * @param from samples a second of what comes in
   * @param to samples a second of what is given
   */
  constructor(from: number, to: number) {
    const cutoff = passBand * Math.min(1, to / from);
    const phaseCount = Math.min(maxPhases, to / greatestCommonDivisor(from, to));
    this.#step = from / to;
    this.#reach = Math.ceil(zeroCrossings / cutoff);
    this.#phases = Array.from({ length: phaseCount }, (_, index) =>
      coefficients({ offset: index / phaseCount, reach: this.#reach, cutoff }),
    );
    // Silence before the beginning.
    this.#held = new Float32Array(this.#reach);
    this.#first = -this.#reach;
  }

  /** What can be told of the sound so far. */
  add(samples: Float32Array): Float32Array {
    this.#hold(samples);
    this.#taken += samples.length;
    return this.#give(this.#taken - this.#reach - 1);
  }

  /** The rest, with silence after the end. */
  finish(): Float32Array {
    this.#hold(new Float32Array(this.#reach + 1));
    return this.#give(this.#taken);
  }

  #hold(samples: Float32Array): void {
    const held = new Float32Array(this.#held.length + samples.length);
    held.set(this.#held);
    held.set(samples, this.#held.length);
    this.#held = held;
  }

  /** All that is given for places before this one. */
  #give(end: number): Float32Array {
    const output = new Float32Array(Math.max(0, Math.ceil(end / this.#step) - this.#given));
    for (let index = 0; index < output.length; index++) {
      output[index] = this.#at(this.#given * this.#step);
      this.#given += 1;
    }
    const needed = Math.floor(this.#given * this.#step) - this.#reach;
    const unneeded = Math.min(this.#held.length, Math.max(0, needed - this.#first));
    this.#held = this.#held.slice(unneeded);
    this.#first += unneeded;
    return output;
  }

  /** The sound at a place between samples, or at the nearest place that there are coefficients for. */
  #at(place: number): number {
    const count = this.#phases.length;
    const nearest = Math.round(place * count);
    const whole = Math.floor(nearest / count);
    const kernel = this.#phases[nearest - whole * count] ?? empty;
    const start = whole - this.#reach + 1 - this.#first;
    // Read once: this is where nearly all the time goes.
    const held = this.#held;
    const length = kernel.length;
    let sum = 0;
    for (let index = 0; index < length; index++) {
      sum += (kernel[index] ?? 0) * (held[start + index] ?? 0);
    }
    return sum;
  }
}

const empty = new Float32Array();

interface Kernel {
  /** Of the place from the sample before it: at least 0 and less than 1. */
  readonly offset: number;
  readonly reach: number;
  /** Of the Nyquist frequency of what comes in. */
  readonly cutoff: number;
}

function coefficients({ offset, reach, cutoff }: Kernel): Float32Array {
  return Float32Array.from({ length: 2 * reach }, (_, index) => {
    const distance = index - (reach - 1) - offset;
    return cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
  });
}

function sinc(value: number): number {
  return value === 0 ? 1 : Math.sin(Math.PI * value) / (Math.PI * value);
}

function kaiser(value: number): number {
  return Math.abs(value) >= 1 ? 0 : bessel(windowShape * Math.sqrt(1 - value * value)) / bessel(windowShape);
}

/** Modified Bessel function of the first kind and order 0, by its power series. */
function bessel(value: number): number {
  let sum = 1;
  let term = 1;
  for (let index = 1; term > sum * 1e-12; index++) {
    term *= (value / (2 * index)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(first: number, second: number): number {
  return second === 0 ? first : greatestCommonDivisor(second, first % second);
}
