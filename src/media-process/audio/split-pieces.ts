import { lengthOf, type PcmBlock, slicePcm } from './pcm';

/** A piece of a sound. */
export interface Piece {
  /** Seconds from the beginning of what was split. */
  readonly start: number;
  readonly blocks: readonly PcmBlock[];
}

/** Seconds before the longest possible end in which a quiet place is looked for. */
const searchedSeconds = 10;

/** Seconds of quiet that a cut goes through the middle of: a breath between two sentences. */
const quietSeconds = 0.2;

/**
 * Divides a sound into pieces that are no longer than asked for, cut where it is quiet, so that words stay whole. A
 * piece is given as soon as it is complete.
 */
export async function* splitPieces(
  blocks: AsyncIterable<PcmBlock>,
  maxSeconds = Number.POSITIVE_INFINITY,
): AsyncGenerator<Piece> {
  let held: PcmBlock[] = [];
  let length = 0;
  let start = 0;
  for await (const block of blocks) {
    const most = Math.floor(maxSeconds * block.sampleRate);
    held.push(block);
    length += lengthOf(block);
    while (length > most) {
      const joined = join(held);
      const cut = quietPlace(joined, most);
      yield { start, blocks: [slicePcm(joined, 0, cut)] };
      start += cut / block.sampleRate;
      held = [slicePcm(joined, cut)];
      length -= cut;
    }
  }
  if (length > 0) {
    yield { start, blocks: held };
  }
}

/** Number of the sample to cut before: in the middle of the quietest moment near the end. */
function quietPlace(block: PcmBlock, most: number): number {
  const { sampleRate, channels } = block;
  const window = Math.max(1, Math.round(quietSeconds * sampleRate));
  const earliest = Math.max(window, most - Math.min(Math.round(searchedSeconds * sampleRate), Math.floor(most / 2)));
  let best = { power: Number.POSITIVE_INFINITY, place: most };
  for (let begin = most - window; begin >= earliest - window; begin -= window) {
    const power = channels.reduce(
      (sum, samples) => samples.subarray(begin, begin + window).reduce((total, sample) => total + sample * sample, sum),
      0,
    );
    if (power < best.power) {
      best = { power, place: begin + Math.floor(window / 2) };
    }
  }
  return Math.max(1, best.place);
}

function join(blocks: readonly PcmBlock[]): PcmBlock {
  const [first] = blocks;
  if (!first || blocks.length === 1) {
    return first ?? { sampleRate: 1, channels: [] };
  }
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  const channels = first.channels.map((_, channel) => {
    const joined = new Float32Array(length);
    let offset = 0;
    for (const block of blocks) {
      joined.set(block.channels[channel] ?? [], offset);
      offset += lengthOf(block);
    }
    return joined;
  });
  return { sampleRate: first.sampleRate, channels };
}
