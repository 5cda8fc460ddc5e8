import { t } from '@vscode/l10n';
import { MAX_DRAWN_PIXELS } from '../../shared/limits';
import { corruptPicture, tooManyPixels } from '../media-failures';
import type { Size } from '../media-service';

/**
 * Throws `MediaError` where a header claims no size or more pixels than are decoded. A decoder that holds the whole picture, as
 * most do, may decode as many as are held at all.
 */
export function checkSize({ width, height }: Size, maxPixels = MAX_DRAWN_PIXELS): void {
  if (!(width > 0 && height > 0)) {
    throw corruptPicture(t('it has no size'));
  }
  if (width * height > maxPixels) {
    throw tooManyPixels({ width, height }, maxPixels);
  }
}
