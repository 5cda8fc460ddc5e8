import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { downloads, root } from './project.mjs';
import { runProcess } from './run-process.mjs';

const pinned = path.join(root, 'test', 'workbench', 'server');
const installed = path.join(downloads, 'server');
const editor = path.join(installed, 'node_modules', 'code-server', 'lib', 'vscode');

/** Written last, with the lock file that was installed: a stopped or outdated install is done again. */
const marker = path.join(installed, 'installed-lock.json');

/** Native modules without which the extension host of the served VS Code dies at its start. */
const nativeModules = ['@vscode/native-watchdog', '@vscode/spdlog'];

/** The script that serves VS Code. */
export const serverScript = path.join(editor, 'out', 'server-main.js');

/** Installs the VS Code that can be served to a browser into .vscode-test/; does nothing where it is there. */
export async function installServer() {
  const lock = readFileSync(path.join(pinned, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  rmSync(marker, { force: true });
  mkdirSync(installed, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(pinned, file), path.join(installed, file));
  }
  await step('Installing VS Code (about 200 MB, once)', ['ci'], installed);
  await step('Installing its modules (about 400 MB, once)', ['install', '--omit=dev', '--ignore-scripts'], editor);
  await step('Compiling two of them (about a minute, once)', ['rebuild', ...nativeModules], editor);
  writeFileSync(marker, lock);
}

/**
 * @param {string} title
 * @param {readonly string[]} args of npm
 * @param {string} cwd
 */
async function step(title, args, cwd) {
  console.log(`${title}…`);
  const code = await runProcess('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
  if (code === 0) return;
  throw new Failure(
    args[0] === 'rebuild'
      ? 'Compiling failed, see above. It needs python3, make and a C++ compiler (on Debian: apt-get install python3 make g++).'
      : 'The install failed, see above. Check the connection to your npm registry and the free disk space, then run again.',
  );
}
