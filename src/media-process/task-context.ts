/** What a task in the media process has beside its input. */
export interface TaskContext {
  /** Aborted when the answer is not wanted any more. */
  readonly signal: AbortSignal;
  /** Shows that the work goes on. */
  progress(report: { readonly fraction?: number; readonly patienceMilliseconds?: number }): void;
}
