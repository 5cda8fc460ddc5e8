import type { MediaSource } from './media-source';

/**
 * Work on untrusted media, done in a child process that can be killed. Every call takes whole bytes, never paths, and
 * throws `MediaError` when the bytes can't be used, or the signal's reason when it was aborted.
 */
export interface MediaService {
  /** Makes the picture that is sent and a thumbnail of it. */
  prepareImage(source: MediaSource, plan: ImagePlan, options?: MediaCallOptions): Promise<PreparedImage>;
  /** Finds printed text with its layout. */
  readText(source: MediaSource, options?: ReadTextOptions): Promise<RecognizedText>;
}

export interface MediaCallOptions {
  readonly signal?: AbortSignal;
}

/** How a picture is to be sent. A picture is only ever scaled down. */
export interface ImagePlan {
  /** Pixels that the longer side may have. */
  readonly maxLongSide: number;
  /** Pixels that the shorter side may have. */
  readonly maxShortSide: number;
  /** Media types the receiving model accepts, for instance `image/png`. */
  readonly formats: readonly string[];
  /** Pixels of the thumbnail's longer side. */
  readonly thumbnailSide: number;
}

export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Pixels, upright. */
  readonly width: number;
  /** Pixels, upright. */
  readonly height: number;
}

export interface PreparedImage {
  /** What the source is, sizes after orientation. */
  readonly source: { readonly mediaType: string; readonly width: number; readonly height: number };
  readonly image: EncodedImage;
  readonly thumbnail: EncodedImage;
}

export interface ReadTextOptions extends MediaCallOptions {
  /** Between 0 and 1. */
  readonly onProgress?: (fraction: number) => void;
}

export interface RecognizedText {
  /** Pixels of the picture that was read. */
  readonly width: number;
  readonly height: number;
  /** Of a screenshot or drawing: whether most of it is light or dark. */
  readonly theme?: 'light' | 'dark';
  /** In reading order. */
  readonly lines: readonly RecognizedLine[];
}

export interface RecognizedLine {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  /** Lines of one paragraph, list, table or code listing have the same number; numbers count up from 0. */
  readonly block: number;
  readonly box: Box;
  readonly words: readonly RecognizedWord[];
}

export interface RecognizedWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: Box;
}

/** Pixels of the upright picture, from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type MediaErrorKind =
  | 'passwordNeeded'
  | 'passwordWrong'
  /** Nothing here can decode it; the message names what would. */
  | 'codecMissing'
  | 'empty'
  | 'unsupportedFormat'
  | 'tooManyPixels'
  | 'tooManyBytes'
  | 'tooManyPages'
  | 'corrupt'
  | 'tooSlow'
  | 'crashed'
  /** The area to cut out lies outside of the picture. */
  | 'outside';

export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly kind: MediaErrorKind;

  constructor(kind: MediaErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
