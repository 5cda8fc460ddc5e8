import type { ImageDetail } from '../../shared/parameters';
import type { MediaRules, Size } from './media-rules';
import { openAiAudioTokensPerSecond, openAiLimits } from './open-ai-limits';
import { scaled, squares, within } from './sizes';
import { usualPage, usualPageText } from './usual-page';

const patchSide = 32;

/** How far a picture is scaled down before it is cut into patches. */
export interface PatchBudget {
  readonly patches: number;
  /** Pixels of the longer side. */
  readonly side: number;
}

export interface PatchCosts {
  /** Tokens of a patch. */
  readonly multiplier: number;
  readonly high: PatchBudget;
  /** Absent where the model knows no such detail: then it is looked at as with `high`. */
  readonly original?: PatchBudget;
  /** What the model makes of a picture for which no detail is asked. */
  readonly auto?: 'original';
}

/** GPT-4.1 mini and nano, o4-mini, GPT-5 mini and nano, and all from GPT-5.2 on: cut into patches of 32 × 32 pixels. */
export function openAiPatches({ multiplier, high, original = high, auto }: PatchCosts): MediaRules {
  const fit = (size: Size, detail: ImageDetail = 'auto'): Size => {
    if (detail === 'low') {
      return within(size, 512);
    }
    return fitPatches(size, detail === 'original' || (detail === 'auto' && auto) ? original : high);
  };
  const tokens = (size: Size, detail?: ImageDetail): number =>
    Math.ceil(squares(fit(size, detail), patchSide) * multiplier);
  return {
    family: 'OpenAI patches',
    source: 'https://developers.openai.com/api/docs/guides/images-vision#patch-based-image-tokenization',
    image: { fit, tokens },
    audioTokensPerSecond: openAiAudioTokensPerSecond,
    videoTokensPerSecond: tokens({ width: 512, height: 288 }) + openAiAudioTokensPerSecond,
    pageTokens: tokens(usualPage, 'high') + usualPageText,
    request: openAiLimits,
  };
}

/** As OpenAI describes it: scaled to the area of all patches, then until one of the sides is a whole number of them. */
function fitPatches(size: Size, { patches, side }: PatchBudget): Size {
  const inSquare = within(size, side);
  if (squares(inSquare, patchSide) <= patches) {
    return inSquare;
  }
  const shrink = Math.sqrt((patchSide ** 2 * patches) / (size.width * size.height));
  const columns = (size.width * shrink) / patchSide;
  const rows = (size.height * shrink) / patchSide;
  // A picture of a single row or column is not made to vanish.
  const toWhole = Math.min(Math.max(1, Math.floor(columns)) / columns, Math.max(1, Math.floor(rows)) / rows, 1);
  return within(scaled(size, shrink * toWhole), side);
}
