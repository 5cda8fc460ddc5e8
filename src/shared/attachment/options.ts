import type { ImageDetail } from '../parameters';

/** What the person chose about one attachment. What is absent is decided by the model that will get it. */
export type AttachmentOptions = ImageOptions | PdfOptions | AudioOptions | VideoOptions | DocumentOptions | LinkOptions;

export interface ImageOptions {
  readonly detail?: ImageDetail;
  /** `original`: untouched but for its metadata; `small`: a thumbnail's worth, for what needs no reading. */
  readonly size?: 'original' | 'small';
  /** Cut into overlapping pieces, or never cut. */
  readonly tiles?: boolean;
  readonly format?: 'png' | 'jpeg' | 'webp';
  /** Of an animation or a document of several pages: all on one picture, or those with these indexes, from 0. */
  readonly frames?: 'sheet' | readonly number[];
}

export const pdfForms = ['file', 'pages', 'text', 'textAndFigures'] as const;

export interface PdfOptions {
  readonly form?: (typeof pdfForms)[number];
  /** As in "1-3, 8"; all pages when absent. */
  readonly pages?: string;
}

export interface AudioOptions {
  /** Seconds from the beginning. */
  readonly start?: number;
  readonly end?: number;
  readonly form?: 'sound' | 'transcript';
  /** The transcript as the person has edited it. */
  readonly transcript?: string;
  /** `speech`: mono at 16 kHz. */
  readonly quality?: 'original' | 'speech';
}

export interface VideoOptions {
  /** Seconds from the beginning. */
  readonly start?: number;
  readonly end?: number;
  readonly form?: 'video' | 'frames';
  /** How many frames, spread evenly. */
  readonly frameCount?: number;
  /** Frames where the picture changes rather than evenly. */
  readonly onSceneChange?: boolean;
  /** Frames that the person chose, in seconds; they win over any count. */
  readonly times?: readonly number[];
  readonly sound?: 'none' | 'sound' | 'transcript';
  readonly transcript?: string;
}

export interface DocumentOptions {
  /** Whether its pictures are sent too. */
  readonly pictures?: boolean;
}

export interface LinkOptions {
  readonly detail?: ImageDetail;
}
