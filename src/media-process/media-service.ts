import type { FrameFacts } from '../shared/attachment/attachment';
import type { MediaSource } from './media-source';
import type { Size } from './target-size';

export type { Size };

/**
 * Work on untrusted media, done in a child process that can be killed. Every call takes whole bytes, never paths, and
 * throws `MediaError` when the bytes can't be used, or the signal's reason when it was aborted.
 */
export interface MediaService {
  /** Finds out what a picture is, and makes a small picture of it. */
  readImage(source: MediaSource, request: ThumbnailRequest, options?: MediaCallOptions): Promise<ImageFacts>;
  /** Makes the pictures that are sent. */
  prepareImage(source: MediaSource, plan: PicturePlan, options?: MediaCallOptions): Promise<PreparedImages>;
  /** Finds printed text with its layout. */
  readText(source: MediaSource, options?: ReadTextOptions): Promise<RecognizedText>;
}

export interface MediaCallOptions {
  readonly signal?: AbortSignal;
}

export interface ThumbnailRequest {
  /** Pixels of the thumbnail's longer side. */
  readonly thumbnailSide: number;
}

export interface ImageFacts extends Size {
  readonly mediaType: string;
  /** Of an animation or a document of several pages; the size is that of the first, upright. */
  readonly frames?: FrameFacts;
  readonly thumbnail: EncodedImage;
}

/** How pictures that were drawn here, such as pages, are to be sent. A picture is only ever scaled down. */
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

/** What is to be made of an attached picture. It goes through JSON unchanged. */
export interface PicturePlan {
  /** In the order in which they are sent. */
  readonly pictures: readonly PictureRequest[];
  /** Media types that may be sent; the smallest that looks the same wins. */
  readonly formats: readonly string[];
  /** Bytes that each picture may have. */
  readonly maxBytes?: number;
  /** The source's own bytes are sent, without their metadata, where they are of one of these media types and upright. */
  readonly untouched?: readonly string[];
}

export type PictureRequest = StillRequest | SheetRequest | FittedRequest;

/** A frame or page at a size, or a part of it. */
export interface StillRequest extends Size {
  /** Counted from 0, which it is when absent. */
  readonly frame?: number;
  /** What is cut out of the picture of that size. */
  readonly box?: Box;
}

/** Frames or pages side by side, in rows from the left; the size is that of each. */
export interface SheetRequest extends Size {
  readonly sheet: readonly number[];
  readonly columns: number;
  /** Pixels between them. */
  readonly gap: number;
}

/** The first frame of a picture whose size is not known yet, made to fit a square; never enlarged. */
export interface FittedRequest {
  /** Pixels of the longer side. */
  readonly within: number;
}

export interface EncodedImage extends Size {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface PreparedImages {
  /** One for each that the plan asks for. */
  readonly images: readonly EncodedImage[];
  /** Why the source's own bytes were not sent though the plan asks for them. */
  readonly notUntouched?: NotUntouched;
}

/**
 * `turned`: its pixels are stored lying or mirrored, which many models do not see. `format`: the model does not take it.
 * `structure`: its metadata can't be told from its pixels. `bytes`: it has too many.
 */
export type NotUntouched = 'turned' | 'format' | 'structure' | 'bytes';

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
  /** The same with what is hardly believed, for whom missing something is worse: a key reads like no text there is. */
  readonly doubtful?: readonly RecognizedLine[];
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
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
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
