// Loaded into the server of the served VS Code before its own script.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const keyFile = /** @type {string} */ (process.env['IRIS_KEY_FILE']);
// The server's children, such as the extension host, inherit neither this script nor its variable.
process.execArgv.splice(process.execArgv.indexOf('--import'), 2);
delete process.env['IRIS_KEY_FILE'];

answerMintKey(readKey(keyFile));
endWithParent();

/**
 * The page keeps secrets encrypted in the browser, with half of the key asked from `POST /mint-key`. The server of
 * the npm package leaves the answer to a front server that is not used here; without one, secrets would be lost
 * whenever the window is reloaded.
 * @param {Buffer} key
 */
function answerMintKey(key) {
  /** @type {(...values: any[]) => http.Server} */
  const createServer = http.createServer;
  /** @type {typeof createServer} */
  const createAnsweringServer = (...values) => {
    const server = createServer(...values);
    /** @type {(event: string, ...values: any[]) => boolean} */
    const emit = server.emit.bind(server);
    server.emit = (/** @type {string} */ event, /** @type {any[]} */ ...parts) => {
      const [request, response] = parts;
      if (event !== 'request' || request.method !== 'POST' || request.url !== '/mint-key') return emit(event, ...parts);
      response.end(key);
      return true;
    };
    return server;
  };
  http.createServer = createAnsweringServer;
  syncBuiltinESMExports();
}

/** @param {string} file */
function readKey(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

/** Standard input is a pipe from the process that started this one: it ends when that process is gone, however. */
function endWithParent() {
  process.stdin.once('close', () => {
    if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
    process.exit();
  });
  process.stdin.resume();
}
