// Loaded by mocha before the test files.
import { closeBrowser } from '../../workbench/shared-browser.mjs';

/** Called by mocha after the last test. */
export const mochaGlobalTeardown = closeBrowser;
