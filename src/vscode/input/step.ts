/** How one step of a dialogue ended. */
export type StepOutcome<T> =
  { readonly type: 'accepted'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'cancelled' };

/** Where a step stands in its dialogue. */
export interface StepPosition {
  readonly title: string;
  /** Offers the back button. */
  readonly canGoBack: boolean;
}
