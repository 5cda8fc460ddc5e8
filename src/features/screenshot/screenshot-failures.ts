import { t } from '@vscode/l10n';
import type { ScreenshotFailure } from './screenshot';

const pasteInstead = t('Or take the screenshot with your system and paste it into the Iris panel.');

export const noDisplay: ScreenshotFailure = {
  status: 'failed',
  reason: 'noDisplay',
  message: t(
    'There is no screen on the machine where Iris runs. Take the screenshot on your own machine and paste it into the Iris panel.',
  ),
};

export const waylandForbids: ScreenshotFailure = {
  status: 'failed',
  reason: 'wayland',
  message: `${t('Wayland does not let programs look at the screen, and no tool that may was found. Install gnome-screenshot, spectacle or grim.')} ${pasteInstead}`,
};

export const permissionMissing: ScreenshotFailure = {
  status: 'failed',
  reason: 'permission',
  message: `${t('macOS does not let VS Code record the screen. Allow it in System Settings, Privacy & Security, Screen & System Audio Recording, and start VS Code again.')} ${pasteInstead}`,
};

export const targetGone: ScreenshotFailure = {
  status: 'failed',
  reason: 'gone',
  message: t('The window or screen is not there any more. Choose another.'),
};

export function noTool(names: readonly string[]): ScreenshotFailure {
  const sentences = [
    t('Nothing on this machine can take a screenshot for Iris.'),
    ...(names.length > 0 ? [t('Install one of {0}.', names.join(', '))] : []),
    pasteInstead,
  ];
  return { status: 'failed', reason: 'noTool', message: sentences.join(' ') };
}

export function captureFailed(why: string): ScreenshotFailure {
  return {
    status: 'failed',
    reason: 'failed',
    message: `${t('The screenshot could not be taken ({0}).', why)} ${pasteInstead}`,
  };
}
