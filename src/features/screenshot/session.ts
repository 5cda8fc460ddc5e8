/** Whether the person's desktop is drawn by Wayland, where X programs see only themselves. */
export function isWayland(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['WAYLAND_DISPLAY']) || environment['XDG_SESSION_TYPE'] === 'wayland';
}

/** Whether there is a screen at all; elsewhere than on Linux there always is one. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform === 'darwin' || platform === 'win32' || isWayland(environment) || Boolean(environment['DISPLAY']);
}
