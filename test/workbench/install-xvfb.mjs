import { spawnSync } from 'node:child_process';
import { isDebianRoot } from './is-debian-root.mjs';
import { runProcess } from './run-process.mjs';

/**
 * Makes sure that there is a virtual X display; installs it where Debian's package manager may be used.
 * @returns {Promise<string | undefined>} why there is none
 */
export async function ensureXvfb() {
  if (process.platform !== 'linux') return 'virtual displays are there on Linux only.';
  if (isInstalled()) return undefined;
  if (isDebianRoot()) {
    console.log('Installing Xvfb (apt-get)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('apt-get', ['update', '-qq']);
    await runProcess('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'xvfb'], { env });
    if (isInstalled()) return undefined;
  }
  return 'Xvfb is not installed (on Debian: apt-get install xvfb).';
}

function isInstalled() {
  return spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;
}
