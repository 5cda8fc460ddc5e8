import type { ModelLabel } from '../../shared/conversation';

/** What is known of the question that failed. */
export interface FailureContext {
  readonly model: ModelLabel;
  /** Whether a part of the answer has come. */
  readonly hasPartialAnswer?: boolean;
  /** Pictures that were sent. */
  readonly imageCount?: number;
  /** Attachments of earlier questions could be carried smaller than they were. */
  readonly canGiveWay?: boolean;
}
