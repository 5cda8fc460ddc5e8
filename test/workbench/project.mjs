import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where downloaded editors and their profiles live; ignored by git. */
export const downloads = path.join(root, '.vscode-test');

const packagedNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The Node that the project pins once it is installed, until then the one that runs this script. */
export function nodeBinary() {
  return existsSync(packagedNode) ? packagedNode : process.execPath;
}

/**
 * The environment of every child: the project's own tools come first on PATH, as in an npm script.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  const paths = [path.join(root, 'node_modules', '.bin'), path.dirname(nodeBinary()), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: paths.join(path.delimiter), ...extra };
}
