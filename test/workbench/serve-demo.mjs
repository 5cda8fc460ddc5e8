import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { installServer, serverScript } from './install-server.mjs';
import { downloads, nodeBinary, root } from './project.mjs';
import { startServer } from './serve.mjs';

/** Kept between starts, so that endpoints, keys and chats stay. */
const dataFolder = path.join(downloads, 'profile-start');
const portFile = path.join(dataFolder, 'port');

const firstSettings = {
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Serves VS Code with the demo workspace open.
 * @param {{ port: number | undefined }} options left out: the port of the last start, so that the browser knows its
 *   secrets again, or a free one
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function serveDemo({ port }) {
  await installServer();
  mkdirSync(dataFolder, { recursive: true });
  const settings = existsSync(path.join(dataFolder, 'data', 'User', 'settings.json'))
    ? {}
    : { settings: firstSettings };
  const start = (/** @type {number} */ wanted) =>
    startServer({ script: serverScript, node: nodeBinary(), extension: root, dataFolder, port: wanted, ...settings });
  const server = port === undefined ? await start(lastPort()).catch(retryOnFreePort) : await start(port);
  writeFileSync(portFile, String(server.port));
  return { address: server.address({ folder: path.join(root, 'demo') }), stop: server.stop };

  /** @param {unknown} error */
  function retryOnFreePort(error) {
    if (error instanceof Failure && lastPort() !== 0) return start(0);
    throw error;
  }
}

function lastPort() {
  return existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
}
