import { setTimeout as wait } from 'node:timers/promises';
import type { ModelDelta } from '../deltas';
import { FailedRequest } from './failed-request';

const mostRepetitions = 2;
const longestRequestedWait = 60_000;
const firstWait = 500;

export interface RetrySettings {
  readonly signal: AbortSignal | undefined;
  readonly onRetry: (retry: { readonly attempt: number; readonly delayMilliseconds: number }) => void;
}

/**
 * Repeats a request that failed for a passing reason, as long as none of its answer has been given out. Each wait is
 * announced by a `retry` delta. Throws the `ModelError` of the last try, or the signal's reason.
 */
export async function* withRetries(
  tryOnce: (attempt: number) => AsyncIterable<ModelDelta>,
  { signal, onRetry }: RetrySettings,
): AsyncGenerator<ModelDelta> {
  for (let attempt = 1; ; attempt++) {
    let answered = false;
    try {
      for await (const delta of tryOnce(attempt)) {
        answered = true;
        yield delta;
      }
      return;
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!(thrown instanceof FailedRequest)) {
        throw thrown;
      }
      const delayMilliseconds = answered ? undefined : delayBefore(attempt + 1, thrown);
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

/** Milliseconds to wait, or undefined when there is no point or no patience left. */
function delayBefore(attempt: number, { error, repeatable }: FailedRequest): number | undefined {
  if (!repeatable || attempt > mostRepetitions + 1) {
    return undefined;
  }
  const requested = error.retryAfterMilliseconds;
  if (requested !== undefined) {
    return requested <= longestRequestedWait ? requested : undefined;
  }
  // Spread, so that many clients of a server that fell over do not come back at once.
  const spread = 1 + Math.random() / 2;
  return Math.round(firstWait * 2 ** (attempt - 2) * spread);
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal && { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
