import { spawnSync } from 'node:child_process';
import { isDebianRoot } from './is-debian-root.mjs';
import { runProcess } from './run-process.mjs';

/**
 * Makes sure that ffmpeg is on PATH, as tests of what it decodes need it; installs it where Debian's package manager may
 * be used.
 * @returns {Promise<string | undefined>} why there is none
 */
export async function ensureFfmpeg() {
  if (isInstalled()) return undefined;
  if (isDebianRoot()) {
    console.log('Installing ffmpeg (apt-get)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('apt-get', ['update', '-qq']);
    await runProcess('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'ffmpeg'], { env });
    if (isInstalled()) return undefined;
  }
  return 'ffmpeg is not on PATH (on Debian: apt-get install ffmpeg).';
}

function isInstalled() {
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).error === undefined;
}
