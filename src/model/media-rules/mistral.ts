import type { MediaRules, Size } from './media-rules';
import { within } from './sizes';
import { usualPage, usualPageText } from './usual-page';

/** Pixtral: at most 1,024 pixels a side, a token for each 16 × 16 pixels. */
export const pixtral = mistralVision({
  family: 'Pixtral',
  source: 'https://huggingface.co/mistral-community/pixtral-12b/blob/main/preprocessor_config.json',
  side: 1_024,
  patch: 16,
});

/** Mistral Small 3.1, Medium 3, Large 3 and later: at most 1,540 pixels a side, a token for each 28 × 28 pixels. */
export const mistral3 = mistralVision({
  family: 'Mistral 3',
  source: 'https://huggingface.co/mistralai/Mistral-Small-3.1-24B-Instruct-2503/blob/main/params.json',
  side: 1_540,
  patch: 28,
});

function mistralVision({
  family,
  source,
  side,
  patch,
}: {
  readonly family: string;
  readonly source: string;
  readonly side: number;
  readonly patch: number;
}): MediaRules {
  const fit = (size: Size): Size => within(size, side);
  const tokens = (size: Size): number => {
    const { width, height } = fit(size);
    // A token more ends each row.
    return (Math.ceil(width / patch) + 1) * Math.ceil(height / patch);
  };
  return {
    family,
    source,
    image: { fit, tokens },
    audioTokensPerSecond: 12.5,
    videoTokensPerSecond: tokens({ width: 512, height: 288 }),
    pageTokens: tokens(usualPage) + usualPageText,
    // Source: https://docs.mistral.ai/capabilities/vision/
    request: { imageCount: 8, imageBytes: 10_000_000 },
  };
}
