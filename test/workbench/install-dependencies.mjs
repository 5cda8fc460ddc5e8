import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './project.mjs';
import { runProcess } from './run-process.mjs';

const oldestNode = 20;

/** Makes node_modules match package-lock.json; does nothing where it does already. */
export async function installDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    throw new Failure(`Node ${process.versions.node} is too old: install Node ${oldestNode} or later and run again.`);
  }
  if (isInstalled(root)) return;
  console.log('Installing dependencies (npm ci)…');
  const code = await runProcess('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Failure('npm ci failed, see above. Check the connection to your npm registry and run again.');
  }
}

/**
 * Whether a folder's node_modules holds what its lock file asks for.
 * Versions are compared, since a checkout gives every file a new time.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  const found = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.peer || found[name]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
