import type { ImageDetail } from '../../shared/parameters';
import type { MediaRules, Size } from './media-rules';
import { openAiAudioTokensPerSecond, openAiLimits } from './open-ai-limits';
import { scaled, squares, within } from './sizes';
import { usualPage, usualPageText } from './usual-page';

export interface TileCosts {
  /** Tokens of every picture; all that one costs with low detail. */
  readonly base: number;
  /** Tokens of each tile of 512 × 512 pixels. */
  readonly tile: number;
}

/** GPT-4o, GPT-4.1, o1, o3 and GPT-5: made to fit 2,048 × 2,048, then the shorter side to 768, then cut into tiles. */
export function openAiTiles({ base, tile }: TileCosts): MediaRules {
  const tokens = (size: Size, detail?: ImageDetail): number =>
    detail === 'low' ? base : base + tile * squares(fitTiles(size), 512);
  const pageTokens = tokens(usualPage) + usualPageText;
  return {
    family: 'OpenAI tiles',
    source: 'https://developers.openai.com/api/docs/guides/images-vision#tile-based-image-tokenization',
    image: { fit: (size, detail) => (detail === 'low' ? within(size, 512) : fitTiles(size)), tokens },
    audioTokensPerSecond: openAiAudioTokensPerSecond,
    // OpenAI takes no video; others under these names look at about a picture each second.
    videoTokensPerSecond: tokens({ width: 512, height: 288 }) + openAiAudioTokensPerSecond,
    pageTokens,
    request: openAiLimits,
  };
}

function fitTiles(size: Size): Size {
  const inSquare = Math.min(1, 2_048 / Math.max(size.width, size.height));
  return scaled(size, inSquare * Math.min(1, 768 / (Math.min(size.width, size.height) * inSquare)));
}
