import { setTimeout as wait } from 'node:timers/promises';

/** A computer that slept has a clock that jumped: look at it now and then. */
const longestPauseMilliseconds = 30_000;

/** Resolves at the time (milliseconds since the epoch), or rejects as soon as the signal is aborted. */
export async function waitUntil(time: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const remaining = time - Date.now();
    if (remaining <= 0) {
      return;
    }
    await wait(Math.min(remaining, longestPauseMilliseconds), undefined, { signal });
  }
}
