import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { runProcess } from './run-process.mjs';

/**
 * One call of npm.
 * @typedef {{ title: string, args: readonly string[], cwd: string }} Step
 */

/**
 * Installs a package of its own, beside the project's, as its lock file says; does nothing where that is done.
 * @param {object} options
 * @param {string} options.pinned folder with package.json and package-lock.json
 * @param {string} options.installed folder that gets node_modules
 * @param {readonly Step[]} options.steps
 */
export async function installPinned({ pinned, installed, steps }) {
  // Written last, with the lock file that was installed: a stopped or outdated install is done again.
  const marker = path.join(installed, 'installed-lock.json');
  const lock = readFileSync(path.join(pinned, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  rmSync(marker, { force: true });
  mkdirSync(installed, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(pinned, file), path.join(installed, file));
  }
  for (const step of steps) await run(step);
  writeFileSync(marker, lock);
}

/** @param {Step} step */
async function run({ title, args, cwd }) {
  console.log(`${title}…`);
  const code = await runProcess('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
  if (code === 0) return;
  throw new Failure(
    args[0] === 'rebuild'
      ? 'Compiling failed, see above. It needs python3, make and a C++ compiler (on Debian: apt-get install python3 make g++).'
      : 'The install failed, see above. Check the connection to your npm registry and the free disk space, then run again.',
  );
}
