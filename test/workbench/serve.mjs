import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from './failure.mjs';
import { writeEmptyLanguagePack } from './empty-language-pack.mjs';

const preload = new URL('./server-preload.mjs', import.meta.url).href;

/**
 * A VS Code served on a loopback port.
 * @typedef {object} Server
 * @property {number} port
 * @property {(page: Page) => string} address of the workbench with a folder open
 * @property {() => string} log what the server has printed
 * @property {() => number | undefined} extensionHost process id of the extension host started last
 * @property {() => Promise<void>} stop ends the server and its extension hosts
 */

/**
 * @typedef {object} Page
 * @property {string} folder that the workbench opens, absolute
 * @property {string} [tests] module whose `run` is called in the extension host, absolute
 */

/**
 * Starts the server and waits until it listens.
 * @param {object} options
 * @param {string} options.script the server's script
 * @param {string} options.node the Node that runs it
 * @param {string} options.extension folder of the extension, absolute
 * @param {readonly string[]} [options.companions] folders of extensions that are there beside it
 * @param {string} options.dataFolder profile: user settings, logs, state
 * @param {boolean} [options.testDriver] load the extension as one under development, with its tests. VS Code then
 *   shows no notification toasts and skips dialogs; otherwise the extension is installed as any other
 * @param {number} [options.port] 0 for a free one
 * @param {boolean} [options.askForTrust] whether folders start untrusted, as on a desktop
 * @param {string} [options.language] display language, such as `de`; English where it is left out
 * @param {Readonly<Record<string, unknown>>} [options.settings] user settings; left as they are when not given
 * @param {Readonly<Record<string, string | undefined>>} [options.env] for the extension host
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { script, node, extension, companions = [], dataFolder } = options;
  const { testDriver = false, port = 0, askForTrust = false, language } = options;
  if (options.settings) writeSettings(dataFolder, options.settings);
  if (language !== undefined) writeEmptyLanguagePack(dataFolder, language);
  // The page's address can name only one extension under development.
  linkExtensions(dataFolder, testDriver ? companions : [extension, ...companions]);
  // Any page in any browser on this machine can reach a loopback port: the token keeps it out.
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    node,
    [
      ...['--import', preload, script],
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-experiments'],
      ...['--disable-getting-started-override', '--server-data-dir', dataFolder],
      ...(testDriver ? ['--enable-smoke-test-driver'] : []),
      ...(askForTrust ? [] : ['--disable-workspace-trust']),
      ...(language === undefined ? [] : ['--locale', language]),
    ],
    {
      env: { ...process.env, IRIS_KEY_FILE: path.join(dataFolder, 'secret-key'), ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  let log = '';
  const listening = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        log += `${line}\n`;
        const found = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(line);
        if (found) resolve(Number(found[1]));
        // The server goes on without listening.
        if (line.includes('EADDRINUSE')) reject(new Failure(portTaken(port)));
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Failure(`VS Code's server ended before it listened:\n${log}`)));
  });
  const actualPort = /** @type {number} */ (await listening.catch(stopAndThrow));
  return {
    port: actualPort,
    address: (page) => pageAddress({ ...page, port: actualPort, token, extension: testDriver ? extension : undefined }),
    log: () => log,
    extensionHost: () => lastExtensionHost(log),
    stop: () => stop(child),
  };

  /**
   * @param {unknown} error
   * @returns {Promise<never>}
   */
  async function stopAndThrow(error) {
    await stop(child);
    throw error;
  }
}

/**
 * @param {string} dataFolder
 * @param {Readonly<Record<string, unknown>>} settings
 */
function writeSettings(dataFolder, settings) {
  const user = path.join(dataFolder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * Makes extensions some of the installed ones.
 * @param {string} dataFolder
 * @param {readonly string[]} extensions
 */
function linkExtensions(dataFolder, extensions) {
  const folder = path.join(dataFolder, 'extensions');
  mkdirSync(folder, { recursive: true });
  for (const extension of extensions) {
    const { name } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
    const link = path.join(folder, name);
    rmSync(link, { recursive: true, force: true });
    symlinkSync(extension, link, 'junction');
  }
  // The list of installed extensions is made from the folders where it does not exist.
  rmSync(path.join(folder, 'extensions.json'), { force: true });
}

/** @param {Page & { port: number, token: string, extension: string | undefined }} page */
function pageAddress({ folder, tests, port, token, extension }) {
  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload), tkn: token });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** @param {string} log */
function lastExtensionHost(log) {
  const found = [...log.matchAll(/<(\d+)> Launched Extension Host Process/g)].at(-1);
  return found ? Number(found[1]) : undefined;
}

/** @param {number} port */
function portTaken(port) {
  return `Port ${port} is taken: stop what uses it, or choose another with --port.`;
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  // The extension hosts are children in the same process group; a stuck one must not outlive the tests.
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
  await exited;
}
