import type { MediaRules, Size } from './media-rules';
import { scaled } from './sizes';
import { usualPageText } from './usual-page';

const source = 'https://ai.google.dev/gemma/docs/capabilities/vision';

/** Gemma 3 and 3n: every picture is squeezed into a square of 896 pixels (768 in 3n), which is 256 tokens. */
export const gemma3 = gemma({ family: 'Gemma 3', side: 896, picture: 256, second: 6.25 });

/** Gemma 4 as it is unless told otherwise: a budget of 280 tokens for each picture. */
export const gemma4 = gemma({ family: 'Gemma 4', side: 896, picture: 280, second: 25 });

function gemma({
  family,
  side,
  picture,
  second,
}: {
  readonly family: string;
  readonly side: number;
  /** Tokens. */
  readonly picture: number;
  /** Tokens of a second of sound. */
  readonly second: number;
}): MediaRules {
  return {
    family,
    source,
    image: {
      // The square is filled in both directions, so no more of the shorter side is lost than the model loses itself.
      fit: (size: Size) => scaled(size, Math.min(1, side / Math.min(size.width, size.height))),
      tokens: () => picture,
    },
    audioTokensPerSecond: second,
    videoTokensPerSecond: picture + second,
    pageTokens: picture + usualPageText,
    request: {},
  };
}
