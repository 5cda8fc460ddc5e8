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
  /** A parameter has a value that it can't have; nothing was sent. */
  | 'invalidParameter'
  /** The caller gave no prompt, or an attachment that none is; nothing was sent. */
  | 'invalidInput'
  /** This model or server has no such operation. */
  | 'unsupported'
  /** The month's budget is used up; nothing was sent. */
  | 'budgetReached'
  | 'unknown';

/** Every next step that the panel offers as a button; a record, so that data from outside can be checked against it. */
export const failureActions = {
  setApiKey: true,
  selectModel: true,
  addEndpoint: true,
  editEndpoint: true,
  retry: true,
  continueAnswer: true,
  removeImages: true,
  /** Asks again with all earlier media in their smallest form. */
  reduceEarlier: true,
  /** Asks again whatever is known of the model's limits. */
  sendAnyway: true,
  openLog: true,
  newChat: true,
  /** Waits as long as the server asked to, then asks again. */
  waitAndRetry: true,
  showUsage: true,
  openSettings: true,
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
  /** Milliseconds since the epoch before which the server wants no further request. */
  readonly retryAt?: number;
}
