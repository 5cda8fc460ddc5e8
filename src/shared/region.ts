/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels, from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of whole pixels in a picture, from its top left corner. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the extension host tells the page on which a region of a picture is chosen. */
export interface RegionHostMessage {
  readonly type: 'pictureShown';
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What that page answers; one of the last three, once. */
export type RegionPageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'regionChosen'; readonly region: Region }
  | { readonly type: 'wholePictureChosen' }
  | { readonly type: 'choiceCancelled' };
