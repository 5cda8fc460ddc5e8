import type { EncodedImage, MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

/** Videos in the media process. Throws `MediaError`: `codecMissing` among others. */
export interface VideoService {
  /** From the container alone: nothing is decoded. */
  readVideo(source: MediaSource, options?: MediaCallOptions): Promise<VideoFacts>;
  /** A picture for each time, in their order. Needs ffmpeg on PATH: `codecMissing` where there is none. */
  extractFrames(
    source: MediaSource,
    request: FrameRequest,
    options?: MediaCallOptions,
  ): Promise<readonly EncodedImage[]>;
  /**
   * A part of a video without anything but its pictures and its sound, packed anew and not decoded; undefined for what can't
   * be packed anew. It may begin a little before the start.
   */
  cutVideo(
    source: MediaSource,
    part: { readonly start: number; readonly end: number },
    options?: MediaCallOptions,
  ): Promise<CutVideo | undefined>;
  /** How much each picture differs from the one before it, 0 to 1; of the first that is 0. */
  compareFrames(pictures: readonly Uint8Array[], options?: MediaCallOptions): Promise<readonly number[]>;
}

export interface VideoFacts {
  readonly mediaType: string;
  readonly seconds: number;
  /** Absent for a container that holds sound alone. */
  readonly picture?: {
    /** Pixels, upright. */
    readonly width: number;
    /** Pixels, upright. */
    readonly height: number;
    /** Short name such as "avc". */
    readonly codec: string;
    /** Frames a second, on average. */
    readonly frameRate: number;
  };
  /** Absent for a silent video. */
  readonly sound?: { readonly codec: string };
}

export interface FrameRequest {
  /** Seconds from the beginning. */
  readonly times: readonly number[];
  /** Pixels. */
  readonly maxLongSide: number;
}

export interface CutVideo {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where in the source it begins, in seconds. */
  readonly start: number;
  readonly seconds: number;
}
