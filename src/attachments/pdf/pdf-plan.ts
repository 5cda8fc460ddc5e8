import type { ImagePlan } from '../../media-process/media-service';

/** What is made of a PDF for one model: a plain value. Pages are one-based, in their order, as in "1-3, 8". */
export interface PdfPlan {
  /** A part of the PDF itself; `copy`: made of the chosen pages, without encryption. */
  readonly file?: 'original' | 'copy';
  /** The chosen pages. */
  readonly pages: string;
  /** Pages whose text is sent. */
  readonly text: string;
  /** Pages whose text is read from a picture of them. */
  readonly recognized: string;
  /** Pages that are sent as pictures. */
  readonly pictures: string;
  /** How these are made. */
  readonly picturePlan?: ImagePlan;
  /** The model is asked to say which page an answer is from. */
  readonly isCited: boolean;
  /** Why that is sent, as sentences for the person. */
  readonly reasons: readonly string[];
}
