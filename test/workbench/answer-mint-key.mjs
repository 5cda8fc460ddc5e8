// Loaded into the server of the served VS Code before its own script. Its page keeps secrets encrypted in the browser
// with half of the key asked from `POST /mint-key`; the server of the npm package leaves the answer to a front server
// that is not used here. Without an answer, secrets would be lost whenever the window is reloaded.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const file = /** @type {string} */ (process.env['IRIS_KEY_FILE']);
if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
const key = readFileSync(file);

const { createServer } = http;
/** @type {(...values: any[]) => http.Server} */
const create = createServer;
/** @type {(...values: any[]) => http.Server} */
const createAnsweringServer = (...values) => {
  const server = create(...values);
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
