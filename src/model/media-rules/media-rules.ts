import type { ImageDetail } from '../../shared/parameters';

export interface Size {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** How a family of models looks at media and counts it. */
export interface MediaRules {
  /** As in "OpenAI tiles"; shown to people beside an estimate. */
  readonly family: string;
  /** The page that says so. */
  readonly source: string;
  readonly image: ImageRule;
  /** Tokens of a second of sound. */
  readonly audioTokensPerSecond: number;
  /** Tokens of a second of a video that is sent whole, its sound included. */
  readonly videoTokensPerSecond: number;
  /** Tokens of a page of a PDF that is sent as a file: its picture and a usual amount of text. */
  readonly pageTokens: number;
  readonly request: RequestLimits;
}

export interface ImageRule {
  /** What the model looks at of a picture of this size: the same, or smaller where it scales it down. */
  readonly fit: (size: Size, detail?: ImageDetail) => Size;
  /** Tokens of a picture of this size. */
  readonly tokens: (size: Size, detail?: ImageDetail) => number;
}

/** What the provider takes in one request at most; what is absent has no known limit. */
export interface RequestLimits {
  readonly imageCount?: number;
  /** Bytes of one picture, before base64. */
  readonly imageBytes?: number;
  /** Bytes of the whole body, base64 included. */
  readonly bodyBytes?: number;
  /** Pixels of the longer side that each picture may have when there are more than `above` of them. */
  readonly manyImages?: { readonly above: number; readonly side: number };
}
