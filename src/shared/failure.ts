/** What went wrong, in terms a person can act on. */
export type FailureKind =
  | 'noModel'
  | 'keyMissing'
  | 'unauthorized'
  | 'forbidden'
  | 'modelNotFound'
  | 'tooLarge'
  | 'contextExceeded'
  | 'rateLimited'
  | 'serverError'
  | 'connectionRefused'
  | 'hostNotFound'
  | 'certificate'
  | 'redirected'
  | 'timeout'
  | 'connectionLost'
  | 'incompleteAnswer'
  | 'notAStream'
  | 'imagesUnsupported'
  | 'contentFiltered'
  | 'badRequest'
  | 'mediaUnreadable'
  | 'storage'
  | 'unknown';

/** Every next step that the panel offers as a button; a record, so that data from outside can be checked against it. */
export const failureActions = {
  setApiKey: true,
  selectModel: true,
  addEndpoint: true,
  retry: true,
  continueAnswer: true,
  removeImages: true,
  openLog: true,
  newChat: true,
} as const;

export type FailureAction = keyof typeof failureActions;

/** A failure as it is shown and kept: never holds a key, a header or media bytes. */
export interface Failure {
  readonly kind: FailureKind;
  /** What happened, what was kept, what to do: whole sentences. */
  readonly message: string;
  /** The server's own words, if it had any. */
  readonly detail?: string;
  readonly actions: readonly FailureAction[];
}
