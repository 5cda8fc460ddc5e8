import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CaptureTarget } from '../../media-process/screen-service';
import type { ScreenshotTarget } from '../../features/screenshot/screenshot';
import { pick, type PickItem } from '../input/pick';

/** What the person wants a picture of. */
export type ScreenshotChoice =
  | { readonly type: 'target'; readonly target: ScreenshotTarget }
  /** A part of a screen that is marked in the editor afterwards. */
  | { readonly type: 'region'; readonly screen: ScreenshotTarget };

export interface PickedScreenshot {
  readonly choice: ScreenshotChoice;
  /** The person wants to open a menu or go to another program first. */
  readonly isDelayed: boolean;
}

/** Seconds that are waited on request. */
export const delaySeconds = 3;

/** Offers a region, screens and windows, and to wait; undefined when the person gave up. */
export async function pickScreenshot(targets: readonly ScreenshotTarget[]): Promise<PickedScreenshot | undefined> {
  const picked = await pickFrom(targets, false);
  if (picked !== 'later') {
    return picked && { choice: picked, isDelayed: false };
  }
  const choice = await pickFrom(targets, true);
  return choice && choice !== 'later' ? { choice, isDelayed: true } : undefined;
}

async function pickFrom(
  targets: readonly ScreenshotTarget[],
  isDelayed: boolean,
): Promise<ScreenshotChoice | 'later' | undefined> {
  const outcome = await pick<ScreenshotChoice | 'later'>({
    title: isDelayed ? t('Iris: Screenshot in {0} Seconds', delaySeconds) : t('Iris: Ask About Screenshot'),
    placeholder: t('Of what?'),
    items: [...itemsOf(targets), ...(isDelayed ? [] : [separator(t('Timer')), laterItem])],
    canGoBack: false,
  });
  return outcome.type === 'accepted' ? outcome.value : undefined;
}

const laterItem: PickItem<'later'> = {
  label: `$(watch) ${t('In {0} seconds…', delaySeconds)}`,
  description: t('Time to open a menu or another program'),
  value: 'later',
};

function itemsOf(targets: readonly ScreenshotTarget[]): readonly PickItem<ScreenshotChoice>[] {
  const screens = targets.filter(({ kind }) => kind === 'screen');
  const windows = targets.filter(({ kind }) => kind === 'window');
  const regions = targets.filter(({ kind }) => kind === 'region');
  return [
    ...regionItems(screens),
    ...regions.map((target) => targetItem(target, 'selection')),
    ...(screens.length > 0 ? [separator(t('Screens'))] : []),
    ...screens.map((target) => targetItem(target, 'screen-full')),
    ...(windows.length > 0 ? [separator(t('Windows'))] : []),
    ...windows.map((target) => targetItem(target, 'window')),
  ];
}

function regionItems(screens: readonly ScreenshotTarget[]): readonly PickItem<ScreenshotChoice>[] {
  return screens.map((screen) => ({
    label: `$(selection) ${screens.length === 1 ? t('Region') : t('Region of {0}', screen.title)}`,
    description: t('Mark a part of the screen in the editor'),
    value: { type: 'region', screen },
  }));
}

function targetItem(target: ScreenshotTarget, icon: string): PickItem<ScreenshotChoice> {
  return {
    label: `$(${icon}) ${target.title}`,
    ...(target.source === 'library' && { description: describe(target) }),
    value: { type: 'target', target },
  };
}

function describe({ application, width, height, primary, kind }: CaptureTarget): string {
  const facts = [application, `${width} × ${height}`, kind === 'screen' && primary ? t('main screen') : undefined];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(', ');
}

function separator(label: string): PickItem<never> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
