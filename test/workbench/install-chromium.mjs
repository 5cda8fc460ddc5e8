import { Failure } from './failure.mjs';
import { findChromium } from './find-chromium.mjs';
import { isDebianRoot } from './is-debian-root.mjs';
import { runProcess } from './run-process.mjs';

/**
 * This machine's Chromium or Chrome; installs it where Debian's package manager may be used.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (isDebianRoot()) {
    console.log('Installing Chromium (apt-get)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('apt-get', ['update', '-qq']);
    await runProcess('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Failure(
    'These tests need Chromium or Chrome. Install one, run `npx playwright-core install chromium`, ' +
      'or name its program in the environment variable CHROMIUM_PATH.',
  );
}
