import { t } from '@vscode/l10n';
import { ScreenError } from '../../media-process/screen-service';
import type { CaptureTarget, ScreenService } from '../../media-process/screen-service';
import { findOnPath } from './find-on-path';
import { runScreenshotTool } from './run-screenshot-tool';
import type { Screenshot, ScreenshotTarget, ScreenshotTargets } from './screenshot';
import { captureFailed, noDisplay, noTool, permissionMissing, targetGone, waylandForbids } from './screenshot-failures';
import { screenshotTools } from './screenshot-tools';
import type { ScreenshotTool } from './screenshot-tools';
import { hasDisplay, isWayland } from './session';

export interface ScreenshotsOptions {
  readonly screens: ScreenService;
  readonly platform?: NodeJS.Platform;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Takes screenshots: with the library in the media process, else with a program of the system. */
export class Screenshots {
  readonly #screens: ScreenService;
  readonly #platform: NodeJS.Platform;
  readonly #environment: NodeJS.ProcessEnv;

  constructor({ screens, platform = process.platform, environment = process.env }: ScreenshotsOptions) {
    this.#screens = screens;
    this.#platform = platform;
    this.#environment = environment;
  }

  /** What a screenshot can be taken of: a region first, then screens, then windows. Throws only the signal's reason. */
  async list(signal?: AbortSignal): Promise<ScreenshotTargets> {
    if (!hasDisplay(this.#platform, this.#environment)) {
      return noDisplay;
    }
    const tools = await this.#installedTools();
    const listed = await this.#listByLibrary(signal);
    if (this.#platform === 'darwin' && lacksPermission(listed)) {
      return permissionMissing;
    }
    const byLibrary = listed
      .filter((target) => target.kind === 'screen' || this.#isOffered(target))
      .map((target): ScreenshotTarget => ({
        ...target,
        title: target.title || (target.application ?? ''),
        source: 'library',
      }));
    const byTool: ScreenshotTarget[] =
      tools.length > 0 ? [{ source: 'tool', kind: 'screen', title: t('Whole screen') }] : [];
    const targets: readonly ScreenshotTarget[] = [
      ...(tools.some((tool) => tool.region) ? [regionTarget] : []),
      ...(byLibrary.length > 0 ? byLibrary : byTool),
    ];
    return targets.length > 0 ? { status: 'listed', targets } : this.#nothingFound();
  }

  /** A PNG of the target as it looks now. Throws only the signal's reason. */
  async take(target: ScreenshotTarget, signal?: AbortSignal): Promise<Screenshot> {
    if (target.source === 'tool') {
      const tools = await this.#installedTools();
      const tool = tools.find((candidate) => target.kind === 'screen' || candidate.region);
      return tool ? await runScreenshotTool(tool, target.kind, this.#environment, signal) : this.#nothingFound();
    }
    try {
      const { bytes } = await this.#screens.captureTarget(target, { ...(signal && { signal }) });
      return { status: 'taken', bytes };
    } catch (error) {
      signal?.throwIfAborted();
      return error instanceof ScreenError && error.kind === 'gone' ? targetGone : captureFailed(shortly(error));
    }
  }

  /** Nothing where the library can't see the desktop; then a program may. */
  async #listByLibrary(signal: AbortSignal | undefined): Promise<readonly CaptureTarget[]> {
    if (this.#platform === 'linux' && isWayland(this.#environment)) {
      return [];
    }
    try {
      return await this.#screens.listTargets({ ...(signal && { signal }) });
    } catch {
      signal?.throwIfAborted();
      return [];
    }
  }

  /** On macOS, windows without a title are no windows to the person; elsewhere some programs just give none. */
  #isOffered({ title, application = '' }: CaptureTarget): boolean {
    return title !== '' || (application !== '' && this.#platform !== 'darwin');
  }

  async #installedTools(): Promise<readonly ScreenshotTool[]> {
    const tools = screenshotTools(this.#platform, this.#environment);
    const installed = await Promise.all(tools.map((tool) => findOnPath(tool.command, this.#environment)));
    return tools.filter((_, index) => installed[index]);
  }

  #nothingFound(): ScreenshotTargets & Screenshot {
    return this.#platform === 'linux' && isWayland(this.#environment)
      ? waylandForbids
      : noTool(screenshotTools(this.#platform, this.#environment).map((tool) => tool.command));
  }
}

const regionTarget: ScreenshotTarget = { source: 'tool', kind: 'region', title: t('Region to draw') };

/** Without the permission macOS lists windows but keeps back all their titles. */
function lacksPermission(targets: readonly CaptureTarget[]): boolean {
  const windows = targets.filter((target) => target.kind === 'window');
  return windows.length > 0 && windows.every((window) => window.title === '');
}

function shortly(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
