import type { EncodedImage, ImagePlan, MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

export interface PdfCallOptions extends MediaCallOptions {
  readonly password?: string;
  /** Between 0 and 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** PDF documents, opened in the media process. Throws `MediaError`: `passwordNeeded`, `passwordWrong` among others. */
export interface PdfService {
  readPdf(source: MediaSource, options?: PdfCallOptions): Promise<PdfFacts>;
  /** A picture of each of these one-based pages, in their order. */
  renderPages(
    source: MediaSource,
    request: { readonly pages: readonly number[]; readonly plan: ImagePlan },
    options?: PdfCallOptions,
  ): Promise<readonly EncodedImage[]>;
  /** The text that each of these one-based pages holds; empty for pages that are pictures. */
  readPageTexts(source: MediaSource, pages: readonly number[], options?: PdfCallOptions): Promise<readonly string[]>;
  /** A PDF of these one-based pages alone, without encryption. */
  keepPages(source: MediaSource, pages: readonly number[], options?: PdfCallOptions): Promise<Uint8Array>;
}

export interface PdfFacts {
  readonly isEncrypted: boolean;
  readonly pages: readonly PdfPageFacts[];
}

export interface PdfPageFacts {
  /** Points, upright. */
  readonly width: number;
  /** Points, upright. */
  readonly height: number;
  readonly hasText: boolean;
  readonly hasFigures: boolean;
  /** It can't be opened: nothing of it can be read or drawn. */
  readonly isDamaged?: boolean;
}
