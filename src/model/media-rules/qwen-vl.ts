import type { MediaRules, Size } from './media-rules';
import { usualPage, usualPageText } from './usual-page';

interface QwenSizes {
  readonly family: string;
  readonly source: string;
  /** Pixels of the square that becomes one token. */
  readonly square: number;
  readonly leastPixels: number;
  readonly mostPixels: number;
}

/** Qwen2-VL and Qwen2.5-VL: from 4 to 16,384 tokens. */
export const qwen2Vl = qwenVl({
  family: 'Qwen2-VL',
  source: 'https://huggingface.co/Qwen/Qwen2.5-VL-7B-Instruct/blob/main/preprocessor_config.json',
  square: 28,
  leastPixels: 3_136,
  mostPixels: 12_845_056,
});

/** Qwen3-VL and Qwen3.5: from 64 to 16,384 tokens. */
export const qwen3Vl = qwenVl({
  family: 'Qwen3-VL',
  source: 'https://huggingface.co/Qwen/Qwen3-VL-8B-Instruct/blob/main/preprocessor_config.json',
  square: 32,
  leastPixels: 65_536,
  mostPixels: 16_777_216,
});

function qwenVl({ family, source, square, leastPixels, mostPixels }: QwenSizes): MediaRules {
  const resize = (size: Size): Size => resizeToSquares(size, { square, leastPixels, mostPixels });
  // Two more tokens mark where the picture begins and ends.
  const tokens = (size: Size): number => {
    const { width, height } = resize(size);
    return (width / square) * (height / square) + 2;
  };
  return {
    family,
    source,
    image: {
      fit: (size) => (size.width * size.height > mostPixels ? resize(size) : size),
      tokens,
    },
    // Qwen's models for sound make 25 frames of a second.
    audioTokensPerSecond: 25,
    // Two frames a second, of which two become one.
    videoTokensPerSecond: tokens({ width: 640, height: 360 }),
    pageTokens: tokens(usualPage) + usualPageText,
    request: {},
  };
}

/** As `smart_resize` of Qwen's processors: to whole squares, then between the least and the most pixels. */
function resizeToSquares(
  { width, height }: Size,
  { square, leastPixels, mostPixels }: Pick<QwenSizes, 'square' | 'leastPixels' | 'mostPixels'>,
): Size {
  const whole = (side: number, round: (value: number) => number): number =>
    Math.max(square, round(side / square) * square);
  const rounded = { width: whole(width, Math.round), height: whole(height, Math.round) };
  const pixels = rounded.width * rounded.height;
  if (pixels > mostPixels) {
    const shrink = Math.sqrt((width * height) / mostPixels);
    return { width: whole(width / shrink, Math.floor), height: whole(height / shrink, Math.floor) };
  }
  if (pixels < leastPixels) {
    const growth = Math.sqrt(leastPixels / (width * height));
    return { width: whole(width * growth, Math.ceil), height: whole(height * growth, Math.ceil) };
  }
  return rounded;
}
