import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { VideoAttachment } from '../../shared/attachment/attachment';
import { bytesLimit, fitToLimits } from '../image/picture-fit';
import type { TimeRange } from './choose-times';

export interface FrameBudget {
  /** Frames that are sent unless the person chose otherwise. */
  readonly usual: number;
  /** Frames that the model takes. */
  readonly most: number;
  /** Pixels. */
  readonly maxLongSide: number;
  /** Of each frame. */
  readonly maxBytes?: number;
}

/** No question gets better by more pictures of one video. */
const MOST_FRAMES = 64;
const USUAL_FRAMES = 16;
const FEWEST_FRAMES = 4;
const secondsPerFrame = 2;

/** The built-in engine reads the text of every frame, which takes seconds. */
const OFFLINE_FRAMES = 4;

/** Text in a screen recording is still readable; a model that scales pictures down further says so by its rules. */
const MAX_FRAME_SIDE = 1_280;

/** Tokens of a context that nothing is known of. */
const assumedContext = 32_768;

/** How many frames a model takes of a video, and how large; they get at most half of its context. */
export function frameBudget(
  { width, height }: Pick<VideoAttachment, 'width' | 'height'>,
  { start, end }: TimeRange,
  target: ModelTarget,
): FrameBudget {
  const { images, contextTokens = assumedContext } = target.capabilities;
  const { image, request } = findMediaRules(target);
  const looked = image.fit({ width, height });
  const taken = fitToLimits(target)({ width, height });
  const takenFactor = Math.min(taken.width / width, taken.height / height);
  const maxLongSide = Math.max(
    1,
    Math.min(MAX_FRAME_SIDE, Math.floor(takenFactor * Math.max(width, height)), Math.max(looked.width, looked.height)),
  );
  const factor = Math.min(1, maxLongSide / Math.max(width, height));
  const size = { width: Math.ceil(width * factor), height: Math.ceil(height * factor) };
  const inContext = Math.floor(contextTokens / 2 / Math.max(1, image.tokens(size)));
  const most = Math.max(
    1,
    Math.min(MOST_FRAMES, inContext, images?.count ?? MOST_FRAMES, request.imageCount ?? MOST_FRAMES),
  );
  const wished = Math.ceil((end - start) / secondsPerFrame);
  const usual = target.offline ? OFFLINE_FRAMES : Math.min(USUAL_FRAMES, Math.max(FEWEST_FRAMES, wished));
  const maxBytes = bytesLimit(target);
  return { usual: Math.min(usual, most), most, maxLongSide, ...(maxBytes !== undefined && { maxBytes }) };
}
