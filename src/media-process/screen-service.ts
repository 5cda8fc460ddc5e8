import type { Box, EncodedImage, MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

/** Pictures of the screen, taken in the media process so that native code never runs in the extension host. */
export interface ScreenService {
  /** Screens first, then windows from front to back. Throws `ScreenError`. */
  listTargets(options?: MediaCallOptions): Promise<readonly CaptureTarget[]>;
  /** A PNG of the target as it looks now. Throws `ScreenError`. */
  captureTarget(target: Pick<CaptureTarget, 'kind' | 'id'>, options?: MediaCallOptions): Promise<EncodedImage>;
  /** A PNG of the part of a picture inside the box. Throws `MediaError`. */
  cropImage(source: MediaSource, box: Box, options?: MediaCallOptions): Promise<EncodedImage>;
}

/** Something on the screen that a picture can be taken of. */
export interface CaptureTarget {
  readonly kind: 'screen' | 'window';
  /** Unique among targets of its kind for as long as the screen or window exists. */
  readonly id: number;
  /** Title of the window, or name of the screen. */
  readonly title: string;
  /** The program that owns the window; absent for screens. */
  readonly application?: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** The main screen, or the window that has the focus. */
  readonly primary: boolean;
}

/** `unavailable`: the native library can't run here. `gone`: the window was closed. */
export type ScreenErrorKind = 'unavailable' | 'gone' | 'failed';

export class ScreenError extends Error {
  override readonly name = 'ScreenError';
  readonly kind: ScreenErrorKind;

  constructor(kind: ScreenErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
