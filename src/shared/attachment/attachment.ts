import type { ImageDetail } from '../parameters';
import type { BlobReference, ImageReference } from '../blob';
import type { AudioOptions, DocumentOptions, ImageOptions, LinkOptions, PdfOptions, VideoOptions } from './options';
import type { PictureEdit } from './picture-edit';

/** Something the person attached, ready to be sent. It is stored with the message that carries it. */
export type Attachment =
  | ImageAttachment
  | PdfAttachment
  | AudioAttachment
  | VideoAttachment
  | DocumentAttachment
  | TextAttachment
  | LinkAttachment;

export type AttachmentKind = Attachment['kind'];

interface AttachmentBase {
  readonly id: string;
  /** File name or title as the person knows it. */
  readonly name: string;
  /** URI of the file it was read from; absent for pasted pictures and screenshots. */
  readonly origin?: string;
  /** SHA-256 of that file as it was read; absent where only a part of it, or unsaved text, is attached. */
  readonly fileSha256?: string;
  /** A small picture of it. */
  readonly thumbnail?: ImageReference;
  /** What the person chose where the model does not take this kind of media. */
  readonly instead?: Substitute;
  /** What was searched for secrets, or was to be, when the person said that it is sent as it is. */
  readonly secretsAccepted?: string;
  /** What is sent, in this order; made for the model that was chosen then, and exactly what the person can look at. */
  readonly parts: readonly SentPart[];
  /** The plan that the parts were made by, as JSON; absent before they were made. */
  readonly preparedAs?: string;
  /** Why that is sent, as sentences for the person. */
  readonly reasons: readonly string[];
}

/** `text`: the text in it (read from a picture, spoken in a sound). `anyway`: the media itself, in case the model takes it. */
export const substitutes = ['text', 'description', 'anyway'] as const;
export type Substitute = (typeof substitutes)[number];

export interface ImageAttachment extends AttachmentBase {
  readonly kind: 'image';
  /** The bytes as they were attached; the size is that of the first frame or page, upright. */
  readonly source: ImageReference;
  readonly thumbnail: ImageReference;
  /** Of an animation or a document of several pages. */
  readonly frames?: FrameFacts;
  /** The person has edited it: this is what everything is made of, and the thumbnail is of this. */
  readonly edited?: EditedPicture;
  /** What the person is making of it in the editor: nothing is sent before they have said what becomes of that. */
  readonly unsavedEdit?: PictureEdit;
  readonly options: ImageOptions;
}

export interface EditedPicture {
  /** A single picture, PNG. */
  readonly picture: ImageReference;
  /** By which it was made of the source, and can be changed further, until it is sent. */
  readonly edit: PictureEdit;
}

export interface FrameFacts {
  readonly count: number;
  /** When each frame begins, in seconds; absent for pages. */
  readonly times?: readonly number[];
  /** Pixels of each page, upright; absent for frames, which are all alike. */
  readonly sizes?: readonly { readonly width: number; readonly height: number }[];
}

export interface PdfAttachment extends AttachmentBase {
  readonly kind: 'pdf';
  readonly source: BlobReference;
  readonly pageCount: number;
  /** One-based pages that hold no text of their own, only pictures. */
  readonly scannedPages: readonly number[];
  /** One-based pages with pictures or drawings beside their text. */
  readonly figurePages: readonly number[];
  /** One-based pages that can't be opened. */
  readonly damagedPages?: readonly number[];
  readonly isEncrypted?: boolean;
  readonly options: PdfOptions;
}

export interface AudioAttachment extends AttachmentBase {
  readonly kind: 'audio';
  readonly source: BlobReference;
  readonly seconds: number;
  /** Loudness over the whole length, 0 to 255, at most 200 values; absent where it can't be decoded here. */
  readonly waveform?: readonly number[];
  /** Short name such as "opus". */
  readonly codec?: string;
  /** What is said in the chosen part, where that is sent; the person's changes are in the options. */
  readonly transcript?: string;
  readonly options: AudioOptions;
}

export interface VideoAttachment extends AttachmentBase {
  readonly kind: 'video';
  readonly source: BlobReference;
  readonly seconds: number;
  /** Pixels, upright. */
  readonly width: number;
  /** Pixels, upright. */
  readonly height: number;
  /** Frames a second, on average. */
  readonly frameRate: number;
  readonly hasSound: boolean;
  /** What is said in it, where that is sent as text. */
  readonly transcript?: string;
  readonly options: VideoOptions;
}

/** An office document or notebook: its text, with its pictures where they belong. */
export interface DocumentAttachment extends AttachmentBase {
  readonly kind: 'document';
  /** As in "Word document". */
  readonly format: string;
  readonly source: BlobReference;
  /** Pictures in it. */
  readonly pictureCount: number;
  readonly options: DocumentOptions;
}

export interface TextAttachment extends AttachmentBase {
  readonly kind: 'text';
  /** UTF-8 text, sent as it is. */
  readonly source: BlobReference;
  /** Bytes of the text that this is the beginning and the end of, in UTF-8; absent where it is whole. */
  readonly wholeBytes?: number;
  /** VS Code language identifier, used for the code fence. */
  readonly languageId: string;
  /** One-based, inclusive lines when only a selection was attached. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** Media that the server is to fetch itself. Iris has not seen it. */
export interface LinkAttachment extends AttachmentBase {
  readonly kind: 'link';
  readonly url: string;
  readonly media: 'image' | 'audio' | 'video';
  readonly options: LinkOptions;
}

/** One thing that is sent. A label is sent as text before it. */
export type SentPart =
  | {
      readonly type: 'text';
      readonly blob: BlobReference;
      /** It says something about the other parts and is no text of the source. */
      readonly isNote?: boolean;
    }
  | {
      readonly type: 'image';
      readonly blob: ImageReference;
      readonly detail?: ImageDetail;
      readonly label?: string;
      /** Where in the source it is. */
      readonly place?: Place;
    }
  | {
      readonly type: 'audio';
      readonly blob: BlobReference;
      readonly seconds: number;
      readonly label?: string;
    }
  | {
      readonly type: 'video';
      readonly blob: BlobReference;
      readonly seconds: number;
      readonly width: number;
      readonly height: number;
      readonly label?: string;
    }
  | { readonly type: 'file'; readonly blob: BlobReference; readonly name: string; readonly pageCount: number }
  | {
      readonly type: 'link';
      readonly media: 'image' | 'audio' | 'video';
      readonly url: string;
      /** Of a picture. */
      readonly detail?: ImageDetail;
    };

/** A one-based page, or seconds from the beginning. */
export type Place = { readonly page: number } | { readonly seconds: number };
