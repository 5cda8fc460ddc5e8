import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

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
 * @returns {string | undefined}
 */
export function findChromium() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = programs.flatMap((program) => folders.map((folder) => path.join(folder, program + ending)));
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...onPath, ...applications, chromium.executablePath()].find(existsSync);
}
