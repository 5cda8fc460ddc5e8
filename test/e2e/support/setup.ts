// Loaded by mocha before the test files.
import { closeBrowser } from './browser';

/** Called by mocha after the last test. */
export const mochaGlobalTeardown = closeBrowser;
