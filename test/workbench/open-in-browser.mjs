import { spawn } from 'node:child_process';

/**
 * Opens an address in the person's browser. That none is there is no failure: the address is printed too.
 * @param {string} address
 */
export function openInBrowser(address) {
  const [program, args] = opener(address);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

/**
 * @param {string} address
 * @returns {[string, string[]]}
 */
function opener(address) {
  if (process.platform === 'darwin') return ['open', [address]];
  // `start` would take the & of the address as the end of its command.
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}
