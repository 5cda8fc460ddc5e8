import { isNativeError } from 'node:util/types';
import { runInNewContext } from 'node:vm';

/**
 * Runs what may take for ever, such as a regular expression that somebody else wrote, and stops it after a time, in the
 * middle of an expression too. Returns undefined then. It runs in this thread, so nothing else happens meanwhile.
 */
export function withinTime<T>(milliseconds: number, run: () => T): { readonly value: T } | undefined {
  let result: { readonly value: T } | undefined;
  const finish = (): void => {
    result = { value: run() };
  };
  try {
    // Only code of Node's `vm` can be stopped; what it calls is stopped with it.
    runInNewContext('finish()', { finish }, { timeout: milliseconds });
  } catch (error) {
    // It is an error of the other context.
    if (isNativeError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return undefined;
    }
    throw error;
  }
  return result;
}
