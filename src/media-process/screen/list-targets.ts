import type { Window } from 'node-screenshots';
import { ScreenError } from '../screen-service';
import type { CaptureTarget } from '../screen-service';
import { loadScreenshots } from './load-screenshots';

/** Screens, the main one first, then windows that can be seen, from front to back. A title may be empty. */
export async function listTargets(): Promise<readonly CaptureTarget[]> {
  const { Monitor, Window } = await loadScreenshots();
  try {
    const screens = Monitor.all().map((monitor): CaptureTarget => ({
      kind: 'screen',
      id: monitor.id(),
      // The library's own types call the name a number; it is the output's name, such as "DP-1".
      title: String(monitor.name()),
      width: monitor.width(),
      height: monitor.height(),
      primary: monitor.isPrimary(),
    }));
    // Where the window manager does not list its windows, screens can still be captured.
    const windows = orElse([], () => Window.all()).flatMap((window) => orElse([], () => describeWindow(window)));
    return [...screens.toSorted((a, b) => Number(b.primary) - Number(a.primary)), ...windows];
  } catch (error) {
    throw new ScreenError('failed', error instanceof Error ? error.message : String(error));
  }
}

/** A window may close while it is looked at; then everything it is asked throws. */
function describeWindow(window: Window): CaptureTarget[] {
  if (window.isMinimized() || window.width() <= 1 || window.height() <= 1) {
    return [];
  }
  return [
    {
      kind: 'window',
      id: window.id(),
      title: window.title(),
      application: window.appName(),
      width: window.width(),
      height: window.height(),
      // Throws where no window has the focus.
      primary: orElse(false, () => window.isFocused()),
    },
  ];
}

function orElse<T>(fallback: T, work: () => T): T {
  try {
    return work();
  } catch {
    return fallback;
  }
}
