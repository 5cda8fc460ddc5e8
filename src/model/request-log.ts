import type { FailureKind } from '../shared/failure';
import type { TokenUsage } from '../shared/usage';
import type { FinishReason } from './deltas';

interface EntryBase {
  /** Counts the requests of this session, so that the lines of one can be told from those of another. */
  readonly request: number;
}

/**
 * What is logged about requests: never a key, the value of a header that names a secret, what was asked or what was
 * answered; a server's words about a failure may repeat what it got of the rest.
 */
export type RequestLogEntry =
  | (EntryBase & {
      readonly event: 'started';
      /** 1 for the first try. */
      readonly attempt: number;
      readonly method: string;
      /** Without secrets in its query. */
      readonly url: string;
      readonly bodyBytes: number;
      /** Absent when models are listed. */
      readonly question?: QuestionSummary;
    })
  | (EntryBase & {
      readonly event: 'ended';
      readonly status: number;
      readonly milliseconds: number;
      readonly finishReason?: FinishReason;
      readonly usage?: TokenUsage;
    })
  | (EntryBase & { readonly event: 'cancelled'; readonly milliseconds: number })
  | (EntryBase & {
      readonly event: 'failed';
      readonly milliseconds: number;
      readonly kind: FailureKind;
      readonly message: string;
      readonly status?: number;
      readonly detail?: string;
      readonly serverRequestId?: string;
    })
  | (EntryBase & { readonly event: 'retryScheduled'; readonly attempt: number; readonly delayMilliseconds: number });

export interface QuestionSummary {
  readonly model: string;
  readonly streaming: boolean;
  readonly messages: number;
  readonly images: number;
}

export type RequestLog = (entry: RequestLogEntry) => void;
