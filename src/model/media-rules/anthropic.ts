import type { MediaRules, Size } from './media-rules';
import { largest, squares } from './sizes';
import { usualPage } from './usual-page';

export interface AnthropicModel {
  /** Claude 4.7 and later. */
  readonly isHighResolution: boolean;
  /** Its context is larger than 200,000 tokens. */
  readonly hasLongContext: boolean;
}

/** The least text of a page in a PDF; Anthropic names 1,500 to 3,000 tokens. */
const pageText = 1_500;

/**
 * Claude: patches of 28 × 28 pixels, after the picture was brought to the largest size with no more than so many of them.
 * Bytes of a picture are limited to 5 MB as base64 on Bedrock and Google Cloud (10 MB at Anthropic itself): what is behind
 * an address can't be seen, so the smaller limit holds everywhere.
 */
export function anthropic({ isHighResolution, hasLongContext }: AnthropicModel): MediaRules {
  const limits = isHighResolution ? { longSide: 2_576, most: 4_784 } : { longSide: 1_568, most: 1_568 };
  const patches = (size: Size): number => squares(size, 28);
  const fit = (size: Size): Size => largest(size, { ...limits, count: patches });
  const tokens = (size: Size): number => patches(fit(size));
  return {
    family: isHighResolution ? 'Claude, high resolution' : 'Claude',
    source: 'https://platform.claude.com/docs/en/build-with-claude/vision#resolution-and-token-cost',
    image: { fit, tokens },
    // Claude takes neither sound nor video: these are for a server that gives it words or frames of them.
    audioTokensPerSecond: 10,
    videoTokensPerSecond: tokens({ width: 512, height: 288 }),
    pageTokens: Math.min(tokens(usualPage), 1_568) + pageText,
    request: {
      imageCount: hasLongContext ? 600 : 100,
      imageBytes: 3_750_000,
      bodyBytes: 32_000_000,
      manyImages: { above: 20, side: 2_000 },
    },
  };
}
