import type { MediaServices } from '../media-process/child-media-service';
import type { EncodedImage } from '../media-process/media-service';
import type { BlobReference, ImageReference } from '../shared/blob';
import type { BlobStore } from '../store/blob-store';
import type { DerivedForms } from '../store/derived-forms';

/** What attachments are read and prepared with. */
export interface AttachmentServices {
  readonly media: MediaServices;
  readonly blobs: BlobStore;
  /** What was made of the same bytes before. */
  readonly derived: DerivedForms;
  /** The browser of the panel; absent where none is open. */
  readonly page?: PageDecoder;
  /** Speech to text. Throws `AttachmentError` that says what to set up where there is no endpoint for it. */
  readonly transcribe: (sound: Speech, options: CallOptions) => Promise<Transcript>;
  /** A description of a picture by the model that the person chose for it. Throws `AttachmentError`. */
  readonly describe: (picture: ImageReference, options: CallOptions) => Promise<string>;
  /** Passwords that the person typed in this session, by the SHA-256 of the file; they are never stored. */
  readonly passwords: Map<string, string>;
}

export interface CallOptions {
  readonly signal: AbortSignal;
}

export interface Speech {
  /** MP3 or WAV, or the file as it was attached. */
  readonly blob: BlobReference;
  readonly name: string;
}

export interface Transcript {
  readonly text: string;
  /** Parts with their times in seconds, where the server tells them. */
  readonly segments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Decoding in the browser. Throws `MediaError` of kind `codecMissing` for what it has no codec for. */
export interface PageDecoder {
  /** A picture for each time, in their order. */
  frames(
    source: BlobReference,
    request: { readonly times: readonly number[]; readonly maxLongSide: number },
    options: CallOptions,
  ): Promise<readonly Pick<EncodedImage, 'bytes'>[]>;
  /** All of the sound, mixed to one channel. */
  sound(source: BlobReference, sampleRate: number, options: CallOptions): Promise<Float32Array>;
}

/** What one attachment is read and prepared with. */
export interface PrepareContext extends AttachmentServices, CallOptions {
  readonly id: string;
  /** Shows the person that it takes a while. */
  readonly progress: (doing: string, fraction?: number) => void;
}
