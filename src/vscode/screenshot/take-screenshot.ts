import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Screenshot } from '../../features/screenshot/screenshot';
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

/** Asks of what and takes it: a PNG. */
export async function takeScreenshot({ media, extensionUri }: TakeScreenshotOptions): Promise<Screenshot> {
  const screenshots = new Screenshots({ screens: media });
  const listing = await waitFor({
    title: t('Iris: Ask About Screenshot'),
    message: t('Looking for screens and windows…'),
    canGoBack: false,
    work: (signal) => screenshots.list(signal),
  });
  if (listing.type !== 'accepted') {
    return cancelled;
  }
  const listed = listing.value;
  if (listed.status === 'failed') {
    return listed;
  }
  const picked = await pickScreenshot(listed.targets);
  if (!picked || !(await waitBeforeScreenshot(picked.isDelayed))) {
    return cancelled;
  }
  const { choice } = picked;
  const screenshot = await screenshots.take(choice.type === 'region' ? choice.screen : choice.target);
  return screenshot.status === 'taken' && choice.type === 'region'
    ? await markRegion(screenshot.bytes, { media, extensionUri })
    : screenshot;
}

const cancelled: Screenshot = { status: 'cancelled' };

async function markRegion(bytes: Uint8Array, { media, extensionUri }: TakeScreenshotOptions): Promise<Screenshot> {
  const choice = await chooseRegion(bytes, extensionUri);
  switch (choice?.type) {
    case undefined:
      return cancelled;
    case 'wholePicture':
      return { status: 'taken', bytes };
    case 'region':
      return { status: 'taken', bytes: (await media.cropImage(bytes, choice.region)).bytes };
  }
}
