/** What can be done so that less is sent. */
export const remedyKinds = [
  'smaller',
  'lowDetail',
  'fewerPages',
  'fewerFrames',
  'textOnly',
  'otherModel',
  'remove',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** What a request can have too much of. */
export const trayLimits = ['context', 'pictureSize', 'pictures', 'manyPictures', 'bytes', 'budget'] as const;
export type TrayLimit = (typeof trayLimits)[number];

/** A limit of the model that what is attached comes near to, or is beyond. */
export interface TrayWarning {
  readonly limit: TrayLimit;
  /** It would not be sent, or be refused; else there is a little room left. */
  readonly isOver: boolean;
  /** As a sentence. */
  readonly text: string;
  readonly remedies: readonly Remedy[];
}

export interface Remedy {
  readonly kind: RemedyKind;
  /** For a button. */
  readonly label: string;
}
