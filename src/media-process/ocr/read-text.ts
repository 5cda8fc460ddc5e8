import { decodePatience, headerPatience } from '../image/patience';
import { looksFlat } from '../image/looks-flat';
import { openPicture } from '../image/open-picture';
import type { RecognizedLine, RecognizedText } from '../media-service';
import { drawnSize, scale, targetSize } from '../target-size';
import type { TaskContext } from '../task-context';
import { arrange } from './arrange';
import { scaleBounds } from './bounds';
import { findBlocks } from './find-blocks';
import type { TextBlock } from './find-blocks';
import { findMarks } from './find-marks';
import { medianBrightness, resizeGrey, toGrey } from './grey-image';
import type { GreyImage } from './grey-image';
import { keepAll, keepText } from './keep-text';
import type { ReadLine } from './keep-text';
import { PageRules } from './page-rules';
import { readLines } from './read-lines';

/** Milliseconds that one block may take; the largest page takes a few seconds on an idle machine. */
const BLOCK_PATIENCE = 60_000;
/** Pixels at which the layout is analysed. Letters are read from all pixels there are. */
const LAYOUT_PIXELS = 2_600_000;
/** In a photo hundreds of things look a little like text; those with the most marks come first. */
const MAX_BLOCKS = 250;
/** Pixels of either side that a picture is read at: only drawings are made to fit it. */
const READING_SIDE = 8192;

/**
 * Finds printed text. The picture is divided into blocks of one background, size and column first, and each is given to
 * the engine as plain black on white: read as one page, rows of neighbouring panels are mixed up and coloured bars lost.
 */
export async function readText(
  { source }: { readonly source: Uint8Array },
  context: TaskContext,
): Promise<RecognizedText> {
  context.progress({ patienceMilliseconds: headerPatience });
  const picture = await openPicture(source);
  context.progress({ patienceMilliseconds: decodePatience(picture) });
  const plan = { maxLongSide: READING_SIDE, maxShortSide: READING_SIDE };
  const pixels = await picture.decode(picture.vector ? targetSize(picture, plan) : drawnSize(picture));
  const image = await toGrey(pixels);
  const { blocks, rules } = await findLayout(image);
  // In a photo nearly everything is doubtful, and hardly any of it is text.
  const flat = looksFlat(pixels);
  context.progress({ fraction: 0, patienceMilliseconds: BLOCK_PATIENCE });
  const lines: ReadLine[] = [];
  const all: ReadLine[] = [];
  for (const [index, block] of blocks.entries()) {
    const read = await readLines(block, image, { twice: flat, signal: context.signal });
    lines.push(...keepText(read, block));
    all.push(...keepAll(read));
    context.progress({ fraction: (index + 1) / blocks.length });
  }
  const arranged: readonly RecognizedLine[] = arrange(lines, rules);
  const theme = medianBrightness(image) < 128 ? 'dark' : 'light';
  const doubtful: readonly RecognizedLine[] = arrange(all, rules);
  return { width: image.width, height: image.height, ...(flat && { theme }), lines: arranged, doubtful };
}

/** Blocks and dividing lines, in pixels of the whole picture. */
async function findLayout(
  image: GreyImage,
): Promise<{ readonly blocks: readonly TextBlock[]; readonly rules: PageRules }> {
  const factor = Math.min(1, Math.sqrt(LAYOUT_PIXELS / (image.width * image.height)));
  const small = await resizeGrey(image, scale(image, factor));
  const marks = findMarks(small);
  const blocks = findBlocks(marks, small)
    .toSorted((a, b) => b.markCount - a.markCount)
    .slice(0, MAX_BLOCKS)
    .map((block) => ({
      ...block,
      ...scaleBounds(block, 1 / factor),
      lines: block.lines.map((line) => ({ ...line, ...scaleBounds(line, 1 / factor) })),
      letterHeight: block.letterHeight / factor,
    }));
  return { blocks, rules: new PageRules(marks.rules, factor) };
}
