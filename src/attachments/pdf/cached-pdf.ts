import type { MediaSource } from '../../media-process/media-source';
import type { EncodedImage, ImagePlan } from '../../media-process/media-service';
import type { PdfFacts } from '../../media-process/pdf-service';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../shared/blob';
import { formatPageRange } from '../../shared/parse-page-range';
import { isBlob } from '../../store/attachment-guard';
import { isNumber, isString, arrayOf, isBoolean, optional, shape } from '../../store/guard';
import type { DerivedKey } from '../../store/derived-forms';
import type { AttachmentServices, CallOptions } from '../attachment-services';
import { mediaSource } from '../stored-file';
import { drawPages, type DrawnPages } from './draw-pages';

export interface PdfReading
  extends Pick<AttachmentServices, 'media' | 'blobs' | 'derived' | 'passwords'>, CallOptions {}

export interface PdfCallProgress {
  readonly onProgress?: (fraction: number) => void;
}

type Pdf = Pick<PdfAttachment, 'source' | 'isEncrypted'>;

const isImage = shape<ImageReference>({
  sha256: isString,
  mediaType: isString,
  byteLength: isNumber,
  width: isNumber,
  height: isNumber,
});

const isFacts = shape<PdfFacts>({
  isEncrypted: isBoolean,
  pages: arrayOf(
    shape<PdfFacts['pages'][number]>({
      width: isNumber,
      height: isNumber,
      hasText: isBoolean,
      hasFigures: isBoolean,
      isDamaged: optional(isBoolean),
    }),
  ),
});

/**
 * What is made of a PDF, made once. Of an encrypted one nothing is kept but what becomes a part of the attachment: its
 * password is there to be asked for.
 */
export class CachedPdf {
  readonly #pdf: Pdf;
  readonly #reading: PdfReading;

  constructor(pdf: Pdf, reading: PdfReading) {
    this.#pdf = pdf;
    this.#reading = reading;
  }

  async facts(progress: PdfCallProgress = {}): Promise<PdfFacts> {
    const make = async (): Promise<PdfFacts> =>
      await this.#reading.media.readPdf(await this.#source(), this.#options(progress));
    return await this.#once({ form: 'pdfFacts' }, { isValid: isFacts, make, isKept: (facts) => !facts.isEncrypted });
  }

  async texts(pages: readonly number[], progress: PdfCallProgress = {}): Promise<readonly string[]> {
    const key = { form: 'pdfTexts', settings: { pages: formatPageRange(pages) } };
    const make = async (): Promise<readonly string[]> =>
      await this.#reading.media.readPageTexts(await this.#source(), pages, this.#options(progress));
    return await this.#once(key, { isValid: arrayOf(isString), make });
  }

  /** Pictures of pages, as blobs; those that are there already are not drawn again. */
  async pictures(
    pages: readonly number[],
    plan: ImagePlan,
    { onProgress }: PdfCallProgress = {},
  ): Promise<DrawnPages<ImageReference>> {
    const { derived, media } = this.#reading;
    const known = new Map<number, ImageReference>();
    for (const page of this.#isCached ? pages : []) {
      const picture = await derived.get(this.#pictureKey(page, plan), isImage);
      if (picture) {
        known.set(page, picture);
      }
    }
    const { pictures, failure } = await drawPages(
      pages.filter((page) => !known.has(page)),
      {
        draw: async (some, progress) =>
          await media.renderPages(await this.#source(), { pages: some, plan }, this.#options({ onProgress: progress })),
        keep: async (page, picture) => await this.#keepPicture(page, plan, picture),
        onProgress,
      },
    );
    return { pictures: new Map([...known, ...pictures]), ...(failure && { failure }) };
  }

  /** A PDF of these pages alone. */
  async copy(pages: readonly number[]): Promise<BlobReference> {
    const key = { form: 'pdfCopy', settings: { pages: formatPageRange(pages) } };
    const make = async (): Promise<BlobReference> => {
      const { media, blobs } = this.#reading;
      const bytes = await media.keepPages(await this.#source(), pages, this.#options({}));
      return await blobs.put(bytes, 'application/pdf');
    };
    return await this.#once(key, { isValid: isBlob, make });
  }

  /** What `make` makes, unless it was made before. */
  async #once<T>(key: Omit<DerivedKey, 'source'>, { isValid, make, isKept = () => true }: Making<T>): Promise<T> {
    const { derived } = this.#reading;
    const wholeKey = { source: this.#pdf.source.sha256, ...key };
    const known = this.#isCached ? await derived.get(wholeKey, isValid) : undefined;
    if (known !== undefined) {
      return known;
    }
    const made = await make();
    if (this.#isCached && isKept(made)) {
      await derived.put(wholeKey, made);
    }
    return made;
  }

  async #keepPicture(
    page: number,
    plan: ImagePlan,
    { bytes, mediaType, width, height }: EncodedImage,
  ): Promise<ImageReference> {
    const { blobs, derived } = this.#reading;
    const picture = { ...(await blobs.put(bytes, mediaType)), width, height };
    if (this.#isCached) {
      await derived.put(this.#pictureKey(page, plan), picture);
    }
    return picture;
  }

  get #isCached(): boolean {
    return !this.#pdf.isEncrypted;
  }

  #pictureKey(page: number, { maxLongSide, maxShortSide, formats }: ImagePlan): DerivedKey {
    return {
      source: this.#pdf.source.sha256,
      form: 'pdfPage',
      settings: { page, maxLongSide, maxShortSide, formats },
    };
  }

  async #source(): Promise<MediaSource> {
    return await mediaSource(this.#reading.blobs, this.#pdf.source);
  }

  #options({ onProgress }: PdfCallProgress): PdfCallProgress & CallOptions & { readonly password?: string } {
    const { signal, passwords } = this.#reading;
    const password = passwords.get(this.#pdf.source.sha256);
    return { signal, ...(password !== undefined && { password }), ...(onProgress && { onProgress }) };
  }
}

interface Making<T> {
  readonly isValid: (value: unknown) => value is T;
  readonly make: () => Promise<T>;
  readonly isKept?: (made: T) => boolean;
}
