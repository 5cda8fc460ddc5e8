import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { runProcess } from './run-process.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium or Chrome of this machine: the one named by CHROMIUM_PATH, on PATH, in the usual folders, or
 * the one that `npx playwright-core install chromium` has fetched.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = programs.flatMap((program) => folders.map((folder) => path.join(folder, program + ending)));
  const { chromium } = await import('playwright-core');
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...onPath, ...applications, chromium.executablePath()].find(existsSync);
}

/**
 * As `findChromium`, and installs it where Debian's package manager may be used.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (isDebianRoot()) {
    console.log('Installing Chromium (apt-get)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('apt-get', ['update', '-qq']);
    await runProcess('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Failure(
    'These tests need Chromium or Chrome. Install one, run `npx playwright-core install chromium`, ' +
      'or name its program in the environment variable CHROMIUM_PATH.',
  );
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
