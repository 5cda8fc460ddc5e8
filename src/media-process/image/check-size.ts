import { t } from '@vscode/l10n';
import { MAX_IMAGE_PIXELS } from '../../shared/limits';
import { corruptPicture, tooManyPixels } from '../media-failures';
import type { Size } from '../media-service';

/** Throws `MediaError` where a header claims no size or more pixels than are decoded; a drawing may claim any. */
export function checkSize({ width, height }: Size, { vector }: { readonly vector: boolean } = { vector: false }): void {
  if (!(width > 0 && height > 0)) {
    throw corruptPicture(t('it has no size'));
  }
  if (!vector && width * height > MAX_IMAGE_PIXELS) {
    throw tooManyPixels(width, height);
  }
}
