import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ScreenshotFailure } from '../../features/screenshot/screenshot';
import { Screenshots } from '../../features/screenshot/screenshots';
import type { ScreenService } from '../../media-process/screen-service';
import { waitFor } from '../input/wait-for';
import { chooseRegion } from './choose-region';
import { pickScreenshot } from './pick-screenshot';
import { waitBeforeScreenshot } from './wait-before-screenshot';

export interface TakeScreenshotOptions {
  readonly media: ScreenService;
  readonly extensionUri: vscode.Uri;
}

/** Asks of what and takes it: a PNG. Undefined when the person gave up, or was told why it can't be done. */
export async function takeScreenshot({ media, extensionUri }: TakeScreenshotOptions): Promise<Uint8Array | undefined> {
  const screenshots = new Screenshots({ screens: media });
  const listing = await waitFor({
    title: t('Iris: Ask About Screenshot'),
    message: t('Looking for screens and windows…'),
    canGoBack: false,
    work: (signal) => screenshots.list(signal),
  });
  if (listing.type !== 'accepted') {
    return undefined;
  }
  const listed = listing.value;
  if (listed.status === 'failed') {
    return await explain(listed);
  }
  const picked = await pickScreenshot(listed.targets);
  if (!picked || !(await waitBeforeScreenshot(picked.isDelayed))) {
    return undefined;
  }
  const { choice } = picked;
  const screenshot = await screenshots.take(choice.type === 'region' ? choice.screen : choice.target);
  switch (screenshot.status) {
    case 'cancelled':
      return undefined;
    case 'failed':
      return await explain(screenshot);
    case 'taken':
      return choice.type === 'target' ? screenshot.bytes : await markRegion(screenshot.bytes, { media, extensionUri });
  }
}

async function markRegion(
  bytes: Uint8Array,
  { media, extensionUri }: TakeScreenshotOptions,
): Promise<Uint8Array | undefined> {
  const choice = await chooseRegion(bytes, extensionUri);
  switch (choice?.type) {
    case undefined:
      return undefined;
    case 'wholePicture':
      return bytes;
    case 'region':
      return (await media.cropImage(bytes, choice.region)).bytes;
  }
}

async function explain({ message }: ScreenshotFailure): Promise<undefined> {
  await vscode.window.showWarningMessage(message);
  return undefined;
}
