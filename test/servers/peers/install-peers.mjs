import path from 'node:path';
import { installPinned } from '../../workbench/install-pinned.mjs';
import { downloads, root } from '../../workbench/project.mjs';

const pinned = path.join(root, 'test', 'servers', 'peers');
const installed = path.join(downloads, 'peers');

/** Loaded into each of these servers before its own script. */
export const preload = new URL('./peer-preload.mjs', import.meta.url).href;

/**
 * Installs the servers into .vscode-test/; does nothing where they are there.
 * @returns {Promise<void>}
 */
export function installPeers() {
  const title = 'Installing servers for the tests (about 70 MB, once)';
  return installPinned({ pinned, installed, steps: [{ title, args: ['ci', '--ignore-scripts'], cwd: installed }] });
}

/**
 * @param {string} file of an installed package
 * @returns {string}
 */
export function peerScript(file) {
  return path.join(installed, 'node_modules', file);
}

/**
 * @param {string} name of a file that tells a server what to answer
 * @returns {string}
 */
export function peerConfiguration(name) {
  return path.join(pinned, name);
}
