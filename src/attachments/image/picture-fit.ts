import type { Size } from '../../media-process/media-service';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import { MAX_DRAWN_PIXELS } from '../../shared/limits';
import type { ImageDetail } from '../../shared/parameters';

/** The size at which a picture of a size is sent: the same, or smaller. */
export type PictureFit = (size: Size) => Size;

/** A picture that the model would scale by less than this keeps its pixels: to resample it blurs text and saves nothing. */
const WORTH_SCALING = 0.95;

/** Pixels of a side that the built-in reader gets: it gains from every pixel. */
const READER_SIDE = 8_192;

/** VS Code scales what it hands to a language model down to this and encodes it anew, unless one side is no longer. */
const languageModel = { longSide: 2_048, shortSide: 768 };

/** Only as far as the model itself would scale a picture, and within what it takes at all. */
export function fitToModel(target: ModelTarget, detail?: ImageDetail): PictureFit {
  const { image } = findMediaRules(target);
  const limits = fitToLimits(target);
  return (size) => {
    const looked = image.fit(size, detail);
    const factor = Math.min(1, looked.width / size.width, looked.height / size.height);
    return limits(factor < WORTH_SCALING ? scaleBy(size, factor) : size);
  };
}

/** Within what would be refused, or scaled by somebody else on the way. */
export function fitToLimits({ capabilities, offline, isLanguageModel }: ModelTarget): PictureFit {
  const { side = Infinity, pixels: taken = Infinity } = capabilities.images ?? {};
  const pixels = Math.min(taken, MAX_DRAWN_PIXELS);
  return (size) => {
    const longSide = Math.max(size.width, size.height);
    const shortSide = Math.min(size.width, size.height);
    const factors = [
      side / longSide,
      Math.sqrt(pixels / (size.width * size.height)),
      ...(offline ? [READER_SIDE / longSide] : []),
      ...(isLanguageModel ? [languageModel.longSide / longSide, languageModel.shortSide / shortSide] : []),
    ];
    return scaleBy(size, Math.min(1, ...factors), pixels);
  };
}

/** Bytes that one picture may have; undefined where nobody says. */
export function bytesLimit(target: ModelTarget): number | undefined {
  const { imageBytes = Infinity } = findMediaRules(target).request;
  const bytes = Math.min(target.capabilities.images?.bytes ?? Infinity, imageBytes);
  return Number.isFinite(bytes) ? bytes : undefined;
}

/** Both sides times a factor, each at least one pixel, and together no more pixels than given. */
export function scaleBy({ width, height }: Size, factor: number, pixels = Infinity): Size {
  const to = (round: (value: number) => number): Size => ({
    width: Math.max(1, round(width * factor)),
    height: Math.max(1, round(height * factor)),
  });
  const rounded = to(Math.round);
  return rounded.width * rounded.height > pixels ? to(Math.floor) : rounded;
}

export function isSameSize(first: Size, second: Size): boolean {
  return first.width === second.width && first.height === second.height;
}
