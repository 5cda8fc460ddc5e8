import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/**
 * Starts this machine's Chromium or Chrome without a window and without services of its own.
 *
 * @param {readonly string[]} [more] further arguments
 */
export async function launchChromium(more = []) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium or Chrome was found.');
  return chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium's sandbox does not run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...more,
    ],
  });
}
