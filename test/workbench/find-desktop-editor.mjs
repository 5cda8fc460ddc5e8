import { existsSync } from 'node:fs';
import path from 'node:path';

const programs = ['code', 'codium', 'cursor', 'code-insiders'];

/**
 * A desktop VS Code, or an editor made from it, that can open a window on this machine.
 * @returns {string | undefined} its program
 */
export function findDesktopEditor() {
  if (!hasDesktop()) return undefined;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const ending = process.platform === 'win32' ? '.cmd' : '';
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program + ending))).find(existsSync);
}

/** Whether a window or a browser can be opened here. */
export function hasDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME, CI } = process.env;
  if (CI) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}
