import type { MediaRules, Size } from './media-rules';
import { largest, squares } from './sizes';
import { usualPage, usualPageText } from './usual-page';

/** Llama 3.2 Vision: up to 4 tiles of 560 pixels; the picture is looked at beside the text, in 1,601 places a tile. */
export const llama32 = llamaVision({
  family: 'Llama 3.2 Vision',
  source: 'https://huggingface.co/docs/transformers/model_doc/mllama',
  side: 560,
  tile: 1_601,
  most: 4,
  hasOverview: false,
});

/** Llama 4: up to 16 tiles of 336 pixels with 144 tokens each, and one more of the whole where there are several. */
export const llama4 = llamaVision({
  family: 'Llama 4',
  source: 'https://huggingface.co/docs/transformers/model_doc/llama4',
  side: 336,
  tile: 144,
  most: 16,
  hasOverview: true,
});

function llamaVision({
  family,
  source,
  side,
  tile,
  most,
  hasOverview,
}: {
  readonly family: string;
  readonly source: string;
  /** Pixels of a tile. */
  readonly side: number;
  /** Tokens of a tile. */
  readonly tile: number;
  readonly most: number;
  readonly hasOverview: boolean;
}): MediaRules {
  const count = (size: Size): number => squares(size, side);
  const fit = (size: Size): Size => largest(size, { longSide: side * most, most, count });
  const tokens = (size: Size): number => {
    const tiles = count(fit(size));
    return tile * (hasOverview && tiles > 1 ? tiles + 1 : tiles);
  };
  return {
    family,
    source,
    image: { fit, tokens },
    audioTokensPerSecond: 10,
    videoTokensPerSecond: tile,
    pageTokens: tokens(usualPage) + usualPageText,
    request: {},
  };
}
