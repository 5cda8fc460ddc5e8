import { blockPicture } from './block-picture';
import { readBlock } from './engine';
import type { TextBlock } from './find-blocks';
import type { GreyImage } from './grey-image';
import { confidenceOf } from './keep-text';
import type { EngineLine } from './keep-text';

/** Height of letters at which the engine makes the fewest mistakes, in pixels. */
const LETTER_HEIGHT = 31;
/** Now and then it sees nothing at that height and reads without doubt at this one. */
const SECOND_LETTER_HEIGHT = 22;
/** Confidence below which a block is read a second time. */
const DOUBTFUL = 60;

/** Reads one block, in pixels of the whole picture; with `twice`, a second time where it is in doubt. */
export async function readLines(
  block: TextBlock,
  image: GreyImage,
  { twice, signal }: { readonly twice: boolean; readonly signal: AbortSignal },
): Promise<readonly EngineLine[]> {
  const first = await readAt(LETTER_HEIGHT, block, image, signal);
  if (!twice || confidenceOf(first) >= DOUBTFUL) {
    return first;
  }
  const second = await readAt(SECOND_LETTER_HEIGHT, block, image, signal);
  return confidenceOf(second) > confidenceOf(first) ? second : first;
}

async function readAt(
  letterHeight: number,
  block: TextBlock,
  image: GreyImage,
  signal: AbortSignal,
): Promise<readonly EngineLine[]> {
  const picture = await blockPicture(block, image, letterHeight);
  // Of a word it is unsure of, the engine gives the whole picture as the place.
  const toBounds = (box: { x0: number; y0: number; x1: number; y1: number }): EngineLine['bounds'] => ({
    left: Math.max(block.left, picture.toPictureX(box.x0)),
    top: Math.max(block.top, picture.toPictureY(box.y0)),
    right: Math.min(block.right, picture.toPictureX(box.x1)),
    bottom: Math.min(block.bottom, picture.toPictureY(box.y1)),
  });
  const lines = await readBlock(picture.file, block.singleLine, signal);
  return lines.map((line) => ({
    bounds: toBounds(line.bbox),
    words: line.words.map(({ text, confidence, bbox }) => ({ text, confidence, bounds: toBounds(bbox) })),
  }));
}
