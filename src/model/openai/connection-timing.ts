import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

type Told = () => void;

/** Who waits for the connection of the request that is being made. */
const asking = new AsyncLocalStorage<Told>();
const waiting = new WeakMap<object, Told>();
let isListening = false;

/**
 * Calls `send`; `onConnected` is called once the connection of its request stands and the headers go out. Node's fetch
 * tells this only on diagnostics channels (https://undici.nodejs.org/#/docs/api/DiagnosticsChannel); another `fetch` may
 * never tell.
 */
export function withConnectionTold<T>(onConnected: Told, send: () => T): T {
  if (!isListening) {
    isListening = true;
    subscribe('undici:request:create', (message) => {
      const request = requestOf(message);
      const told = asking.getStore();
      if (request && told) {
        waiting.set(request, told);
      }
    });
    subscribe('undici:client:sendHeaders', (message) => {
      const request = requestOf(message);
      if (request) {
        waiting.get(request)?.();
        waiting.delete(request);
      }
    });
  }
  return asking.run(onConnected, send);
}

function requestOf(message: unknown): object | undefined {
  const request: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, 'request') : undefined;
  return typeof request === 'object' && request !== null ? request : undefined;
}
