import type { MediaRules, Size } from './media-rules';
import { largest, squares, within } from './sizes';
import { usualPage, usualPageText } from './usual-page';

/** Up to 6 tiles of 448 pixels, and one of the whole: xAI names 256 to 1,792 tokens for a picture. */
function tokens(size: Size): number {
  const count = (tiled: Size): number => squares(tiled, 448);
  const tiles = count(largest(size, { longSide: 448 * 6, most: 6, count }));
  return 256 * (tiles > 1 ? tiles + 1 : 1);
}

export const grok: MediaRules = {
  family: 'Grok',
  source: 'https://docs.x.ai/developers/model-capabilities/images/understanding',
  image: {
    // xAI does not say to what size it scales, so nothing is taken away that could be read.
    fit: (size) => within(size, 2_048),
    tokens: (size, detail) => (detail === 'low' ? 256 : tokens(size)),
  },
  audioTokensPerSecond: 10,
  videoTokensPerSecond: 256,
  pageTokens: tokens(usualPage) + usualPageText,
  request: { imageBytes: 20 * 1_048_576 },
};
