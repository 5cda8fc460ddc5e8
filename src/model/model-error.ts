import type { FailureKind } from '../shared/failure';
import type { TokenUsage } from '../shared/usage';

export interface ModelErrorDetails {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The server's own words, with keys removed. */
  readonly detail?: string;
  /** How long the server asked to wait. */
  readonly retryAfterMilliseconds?: number;
  readonly requestId?: string;
  readonly cause?: unknown;
}

/** The one error that a model throws, apart from the AbortError of the caller's own signal. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly detail: string | undefined;
  readonly retryAfterMilliseconds: number | undefined;
  readonly requestId: string | undefined;
  /** What the server had counted when an answer broke off that is not given out piece by piece; streams yield it. */
  usage: TokenUsage | undefined;

  constructor(kind: FailureKind, message: string, details: ModelErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.detail = details.detail;
    this.retryAfterMilliseconds = details.retryAfterMilliseconds;
    this.requestId = details.requestId;
  }

  /** The client is a bundle of its own with a copy of this class: an error is one by what it says, not by its maker. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ModelError' && 'kind' in value;
  }
}
