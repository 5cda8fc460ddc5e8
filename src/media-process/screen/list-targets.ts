import { ScreenError } from '../screen-service';
import type { CaptureTarget } from '../screen-service';
import { loadScreenshots } from './load-screenshots';
import type { Window as NativeWindow } from 'node-screenshots';

/** Screens, the main one first, then windows that can be seen, from front to back. A title may be empty. */
export async function listTargets(): Promise<readonly CaptureTarget[]> {
  const { Monitor, Window } = await loadScreenshots();
  const screens = attempt(() => Monitor.all()).map((monitor): CaptureTarget => ({
    kind: 'screen',
    id: monitor.id(),
    // The library's own types call the name a number; it is the output's name, such as "DP-1".
    title: String(monitor.name()),
    width: monitor.width(),
    height: monitor.height(),
    primary: monitor.isPrimary(),
  }));
  return [...screens.sort((a, b) => Number(b.primary) - Number(a.primary)), ...windows(() => Window.all())];
}

/** None where the window manager does not list its windows: screens can still be captured. */
function windows(list: () => NativeWindow[]): CaptureTarget[] {
  let all;
  try {
    all = list();
  } catch {
    return [];
  }
  return all
    .filter((window) => !window.isMinimized() && window.width() > 1 && window.height() > 1)
    .map((window) => ({
      kind: 'window',
      id: window.id(),
      title: window.title(),
      application: window.appName(),
      width: window.width(),
      height: window.height(),
      primary: window.isFocused(),
    }));
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ScreenError('failed', error instanceof Error ? error.message : String(error));
  }
}
