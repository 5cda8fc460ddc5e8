import type { CaptureTarget } from '../../media-process/screen-service';

/** Something that a screenshot can be taken of. */
export type ScreenshotTarget =
  | (CaptureTarget & { readonly source: 'library' })
  /** The whole screen, or a region that the person draws, taken by a program of the system. */
  | { readonly source: 'tool'; readonly kind: 'screen' | 'region'; readonly title: string };

/** Why there is no screenshot, with a sentence that says what to do. */
export interface ScreenshotFailure {
  readonly status: 'failed';
  readonly reason: 'noDisplay' | 'wayland' | 'permission' | 'gone' | 'noTool' | 'failed';
  readonly message: string;
}

export type ScreenshotTargets =
  { readonly status: 'listed'; readonly targets: readonly ScreenshotTarget[] } | ScreenshotFailure;

export type Screenshot =
  | { readonly status: 'taken'; readonly bytes: Uint8Array }
  /** The person drew no region. */
  | { readonly status: 'cancelled' }
  | ScreenshotFailure;
