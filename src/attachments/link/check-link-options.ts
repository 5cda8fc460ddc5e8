import type { AttachmentOptions, LinkOptions } from '../../shared/attachment/options';
import { imageDetails } from '../../shared/parameters';
import type { CheckedOptions } from '../check-options';

const details: readonly unknown[] = imageDetails;

/** Whether options are those of an address. */
export function checkLinkOptions(options: AttachmentOptions): CheckedOptions {
  const foreign = Object.keys(options).find((name) => name !== 'detail');
  if (foreign !== undefined) {
    return { status: 'refused', reason: `A link has no option "${foreign}".` };
  }
  // What has no other names is looked at value by value.
  const { detail } = options as LinkOptions;
  return detail === undefined || details.includes(detail)
    ? { status: 'valid', options }
    : { status: 'refused', reason: `There is no detail "${String(detail)}". Choose ${imageDetails.join(', ')}.` };
}
