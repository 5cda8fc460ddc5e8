import type * as Screenshots from 'node-screenshots';
import { ScreenError } from '../screen-service';

/** The native library, which is missing or can't be linked on some systems. */
export async function loadScreenshots(): Promise<typeof Screenshots> {
  try {
    return await import('node-screenshots');
  } catch (error) {
    throw new ScreenError('unavailable', error instanceof Error ? error.message : String(error));
  }
}
