import { findDetails } from '../attachments/details/find-details';
import type { ImageReference } from '../../src/shared/blob';
import type { PanelState } from '../../src/shared/protocol';

/** A picture that is looked at: one of an attachment, one made of attachments, or one that the page itself has drawn. */
export type ViewedPicture =
  | {
      readonly from: 'attachment';
      readonly id: string;
      /** A part of what is, or was, sent, counted from 0; the attachment's own picture when absent. */
      readonly part?: number;
    }
  /** One that the host keeps and the page may have. */
  | { readonly from: 'store'; readonly name: string; readonly picture: ImageReference }
  | { readonly from: 'page'; readonly name: string; readonly picture: LoadedPicture };

/** A picture whose pixels are in the page. */
export interface LoadedPicture {
  /** Shows it as long as the page lives, or as long as it is in use. */
  readonly url: string;
  readonly bytes: Blob;
  /** Pixels, upright. */
  readonly width: number;
  /** Pixels, upright. */
  readonly height: number;
}

/** What the picture is called; undefined where it is gone. */
export function nameOfViewed(panel: PanelState, viewed: ViewedPicture): string | undefined {
  if (viewed.from !== 'attachment') {
    return viewed.name;
  }
  const details = findDetails(panel, viewed.id);
  return details?.place === 'tray' ? details.item.name : details?.attachment.name;
}
