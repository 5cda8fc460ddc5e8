import type { VideoOptions } from '../../shared/attachment/options';

export type SoundForm = NonNullable<VideoOptions['sound']>;

/** Which frames are sent; a plain value. */
export interface FramePlan {
  readonly choice:
    | { readonly type: 'even' | 'sceneChange'; readonly count: number; readonly start: number; readonly end: number }
    | { readonly type: 'chosen'; readonly times: readonly number[] };
  /** Pixels. */
  readonly maxLongSide: number;
  /** Of each frame. */
  readonly maxBytes?: number;
}

/** What is made of a video; a plain value. */
export type VideoPlan =
  /** The file, or the part of it that is named. */
  | { readonly form: 'video'; readonly part?: { readonly start: number; readonly end: number } }
  | { readonly form: 'frames' | 'descriptions'; readonly frames: FramePlan }
  /** What is said in it, alone. */
  | { readonly form: 'words' };
