import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';
import type { PictureComparison } from '../../src/shared/picture-comparison';
import { formatPixels } from '../format/format-size';
import type { LoadedPicture } from '../lightbox/viewed-picture';

const count = new Intl.NumberFormat(language());
const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumSignificantDigits: 2 });

/** How much two pictures differ. */
export function describeDifference({ same, differing, difference }: PictureComparison): string {
  if (same) {
    return t('The two pictures are the same, pixel for pixel.');
  }
  if (differing === 0) {
    return t('No difference can be seen, though the two are not the same pixel for pixel.');
  }
  const all = difference.width * difference.height;
  return differing === 1
    ? t('1 of {0} pixels differs ({1}).', count.format(all), percent.format(1 / all))
    : t(
        '{0} of {1} pixels differ ({2}).',
        count.format(differing),
        count.format(all),
        percent.format(Math.min(differing, all) / all),
      );
}

/** What was done to lay one picture over the other; as sentences. */
export function describePlacing(
  { width, height }: LoadedPicture,
  other: LoadedPicture,
  { scale, difference }: PictureComparison,
): readonly string[] {
  const sizesDiffer = width !== other.width || height !== other.height;
  return [
    ...(sizesDiffer
      ? [
          t(
            'Their sizes differ ({0} and {1} pixels): both begin in the upper left corner.',
            formatPixels({ width, height }),
            formatPixels(other),
          ),
        ]
      : []),
    ...(scale < 1 ? [t('Both were scaled down alike to compare them at {0} pixels.', formatPixels(difference))] : []),
  ];
}

/** The name of the difference of two pictures as a file. */
export function nameOfDifference(first: string, second: string): string {
  return t('Difference of {0} and {1}.png', plain(first), plain(second));
}

function plain(name: string): string {
  return name.replace(/\.\w{1,5}$/, '');
}
