import type { MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

/** Office documents, unpacked in the media process. Throws `MediaError`. */
export interface DocumentService {
  readDocument(source: MediaSource, options?: MediaCallOptions): Promise<DocumentContent>;
}

export interface DocumentContent {
  /** As in "Word document". */
  readonly format: string;
  /** Text and pictures in their order. */
  readonly pieces: readonly DocumentPiece[];
  /** What was left out of it, as sentences. */
  readonly notes: readonly string[];
}

export type DocumentPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'picture'; readonly name: string; readonly bytes: Uint8Array };
