import { t } from '@vscode/l10n';
import type { EncodedImage } from '../media-service';
import { ScreenError } from '../screen-service';
import type { CaptureTarget } from '../screen-service';
import { loadScreenshots } from './load-screenshots';

/** A PNG of a screen or window as it looks now. */
export async function captureTarget({ kind, id }: Pick<CaptureTarget, 'kind' | 'id'>): Promise<EncodedImage> {
  const { Monitor, Window } = await loadScreenshots();
  try {
    const target = (kind === 'screen' ? Monitor.all() : Window.all()).find((candidate) => candidate.id() === id);
    if (!target) {
      throw new ScreenError(
        'gone',
        kind === 'screen' ? t('The screen is not there any more.') : t('The window is not there any more.'),
      );
    }
    const image = await target.captureImage();
    return { bytes: await image.toPng(), mediaType: 'image/png', width: image.width, height: image.height };
  } catch (error) {
    throw error instanceof ScreenError
      ? error
      : new ScreenError('failed', error instanceof Error ? error.message : String(error));
  }
}
