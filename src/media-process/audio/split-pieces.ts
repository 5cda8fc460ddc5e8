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
      const searched = Math.min(Math.round(searchedSeconds * block.sampleRate), Math.floor(most / 2));
      const [before, rest] = cutAt(held, most - searched);
      const end = join(rest);
      const cut = quietPlace(end, searched);
      yield { start, blocks: [...before, slicePcm(end, 0, cut)] };
      const given = most - searched + cut;
      start += given / block.sampleRate;
      length -= given;
      held = [slicePcm(end, cut)];
    }
  }
  if (length > 0) {
    yield { start, blocks: held };
  }
}

/** Number of the sample to cut before: in the middle of the quietest moment of the first `most` samples. */
function quietPlace({ sampleRate, channels }: PcmBlock, most: number): number {
  const window = Math.max(1, Math.min(most, Math.round(quietSeconds * sampleRate)));
  let best = { power: Number.POSITIVE_INFINITY, place: most };
  for (let begin = most - window; begin >= 0; begin -= window) {
    const power = channels.reduce(
      (sum, samples) => samples.subarray(begin, begin + window).reduce((total, sample) => total + sample * sample, sum),
      0,
    );
    if (power < best.power) {
      best = { power, place: begin + Math.ceil(window / 2) };
    }
  }
  return best.place;
}

/** What comes before a sample, and the rest. */
function cutAt(blocks: readonly PcmBlock[], place: number): readonly [PcmBlock[], PcmBlock[]] {
  const before: PcmBlock[] = [];
  const rest: PcmBlock[] = [];
  let offset = 0;
  for (const block of blocks) {
    const cut = Math.min(lengthOf(block), Math.max(0, place - offset));
    if (cut > 0) {
      before.push(slicePcm(block, 0, cut));
    }
    if (cut < lengthOf(block)) {
      rest.push(slicePcm(block, cut));
    }
    offset += lengthOf(block);
  }
  return [before, rest];
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
