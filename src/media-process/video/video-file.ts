import type { VideoFacts } from '../video-service';

/** A container that was opened. */
export interface VideoFile {
  readonly facts: VideoFacts;
  /**
   * When the frame that is seen at a time begins, in the container's own count of seconds. Before the first frame that
   * is the first, after the last one the last.
   */
  frameTime(seconds: number): Promise<number>;
  close(): void;
}
