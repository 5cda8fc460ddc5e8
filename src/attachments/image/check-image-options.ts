import type { FrameFacts, ImageAttachment } from '../../shared/attachment/attachment';
import type { AttachmentOptions, ImageOptions } from '../../shared/attachment/options';
import { imageDetails } from '../../shared/parameters';
import type { CheckedOptions } from '../check-options';

const names: readonly string[] = ['detail', 'size', 'tiles', 'format', 'frames'];
const sizes: readonly unknown[] = ['original', 'small'];
const formats: readonly unknown[] = ['png', 'jpeg', 'webp'];
const details: readonly unknown[] = imageDetails;

/** Whether options are those of a picture and within what it has. */
export function checkImageOptions(attachment: ImageAttachment, options: AttachmentOptions): CheckedOptions {
  const foreign = Object.keys(options).find((name) => !names.includes(name));
  // What has no other names is looked at value by value.
  const reason =
    foreign === undefined ? problemOf(attachment, options as ImageOptions) : `A picture has no option "${foreign}".`;
  return reason === undefined ? { status: 'valid', options } : { status: 'refused', reason };
}

/** What is wrong with the options of a picture, as a sentence; undefined where nothing is. */
function problemOf({ name, frames }: ImageAttachment, options: ImageOptions): string | undefined {
  const { detail, size, tiles, format, frames: chosen } = options;
  if (detail !== undefined && !details.includes(detail)) {
    return `There is no detail "${String(detail)}". Choose ${imageDetails.join(', ')}.`;
  }
  if (size !== undefined && !sizes.includes(size)) {
    return `There is no size "${String(size)}". Choose original or small.`;
  }
  if (tiles !== undefined && typeof tiles !== 'boolean') {
    return 'A picture is cut into parts or not.';
  }
  if (format !== undefined && !formats.includes(format)) {
    return `There is no format "${String(format)}" here. Choose png, jpeg or webp.`;
  }
  return chosen === undefined ? undefined : framesProblem(name, chosen, frames);
}

function framesProblem(
  name: string,
  chosen: 'sheet' | readonly number[],
  frames: FrameFacts | undefined,
): string | undefined {
  if (!frames) {
    return `"${name}" is a single picture.`;
  }
  const what = frames.times ? 'frame' : 'page';
  if (chosen === 'sheet') {
    return undefined;
  }
  if (!Array.isArray(chosen) || chosen.length === 0) {
    return `Choose at least one ${what} of "${name}".`;
  }
  const isThere = (index: unknown): boolean =>
    Number.isInteger(index) && Number(index) >= 0 && Number(index) < frames.count;
  return chosen.every(isThere) && new Set(chosen).size === chosen.length
    ? undefined
    : `"${name}" has ${frames.count} ${what}s. Choose among these, each once.`;
}
