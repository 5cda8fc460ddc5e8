import { t } from '@vscode/l10n';
import type { AttachmentOptions, LinkOptions } from '../../shared/attachment/options';
import { imageDetails } from '../../shared/parameters';
import type { CheckedOptions } from '../check-options';

const details: readonly unknown[] = imageDetails;

/** Whether options are those of an address. */
export function checkLinkOptions(options: AttachmentOptions): CheckedOptions {
  const foreign = Object.keys(options).find((name) => name !== 'detail');
  if (foreign !== undefined) {
    return { status: 'refused', reason: t('A link has no option "{0}".', foreign) };
  }
  // What has no other names is looked at value by value.
  const { detail } = options as LinkOptions;
  return detail === undefined || details.includes(detail)
    ? { status: 'valid', options }
    : {
        status: 'refused',
        reason: t('There is no detail "{0}". Choose {1}.', String(detail), imageDetails.join(', ')),
      };
}
