import { setTimeout as wait } from 'node:timers/promises';
import type { ModelDelta } from '../deltas';
import { FailedRequest } from './failed-request';

/** How often a request is repeated where the endpoint does not say. */
export const defaultRetries = 2;

const longestRequestedWait = 60_000;
const firstWait = 500;
const longestWait = 8_000;

export interface RetrySettings<T> {
  readonly mostRetries: number;
  readonly signal: AbortSignal | undefined;
  readonly onRetry: (retry: { readonly attempt: number; readonly delayMilliseconds: number }) => void;
  /** Whether something given out is of the answer: after it nothing is repeated. */
  readonly isAnswer?: (item: T) => boolean;
}

export type RetryDelta = Extract<ModelDelta, { readonly type: 'retry' }>;

/**
 * Repeats a request that failed for a passing reason, as long as none of its answer has been given out. Each wait is
 * announced by a `retry` delta; a server that asks for more than a minute is not waited for. Throws the `ModelError`
 * of the last try, or the signal's reason.
 */
export async function* withRetries<T>(
  tryOnce: (attempt: number) => AsyncIterable<T>,
  { mostRetries, signal, onRetry, isAnswer = () => true }: RetrySettings<T>,
): AsyncGenerator<T | RetryDelta> {
  for (let attempt = 1; ; attempt++) {
    let answered = false;
    try {
      for await (const item of tryOnce(attempt)) {
        answered ||= isAnswer(item);
        yield item;
      }
      return;
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!(thrown instanceof FailedRequest)) {
        throw thrown;
      }
      const mayRepeat = !answered && thrown.repeatable && attempt <= mostRetries;
      const delayMilliseconds = mayRepeat ? delayAfter(attempt, thrown) : undefined;
      if (delayMilliseconds === undefined) {
        throw thrown.error;
      }
      const retry = { attempt: attempt + 1, delayMilliseconds };
      onRetry(retry);
      yield { type: 'retry', ...retry, error: thrown.error };
      await pause(delayMilliseconds, signal);
    }
  }
}

/** Milliseconds to wait, or undefined when the server asks for more than is waited unasked. */
function delayAfter(attempt: number, { error }: FailedRequest): number | undefined {
  const requested = error.retryAfterMilliseconds;
  if (requested !== undefined) {
    return requested <= longestRequestedWait ? requested : undefined;
  }
  // Spread, so that many clients of a server that fell over do not come back at once.
  const spread = 1 + Math.random() / 2;
  return Math.round(Math.min(firstWait * 2 ** (attempt - 1) * spread, longestWait));
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal && { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
