import { t } from '@vscode/l10n';
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
    foreign === undefined
      ? problemOf(attachment, options as ImageOptions)
      : t('A picture has no option "{0}".', foreign);
  return reason === undefined ? { status: 'valid', options } : { status: 'refused', reason };
}

/** What is wrong with the options of a picture, as a sentence; undefined where nothing is. */
function problemOf({ name, frames }: ImageAttachment, options: ImageOptions): string | undefined {
  const { detail, size, tiles, format, frames: chosen } = options;
  if (detail !== undefined && !details.includes(detail)) {
    return t('There is no detail "{0}". Choose {1}.', String(detail), imageDetails.join(', '));
  }
  if (size !== undefined && !sizes.includes(size)) {
    return t('There is no size "{0}". Choose original or small.', String(size));
  }
  if (tiles !== undefined && typeof tiles !== 'boolean') {
    return t('A picture is cut into parts or not.');
  }
  if (format !== undefined && !formats.includes(format)) {
    return t('There is no format "{0}" here. Choose png, jpeg or webp.', String(format));
  }
  return chosen === undefined ? undefined : framesProblem(name, chosen, frames);
}

function framesProblem(
  name: string,
  chosen: 'sheet' | readonly number[],
  frames: FrameFacts | undefined,
): string | undefined {
  if (!frames) {
    return t('"{0}" is a single picture.', name);
  }
  if (chosen === 'sheet') {
    return undefined;
  }
  if (!Array.isArray(chosen) || chosen.length === 0) {
    return frames.times
      ? t('Choose at least one frame of "{0}".', name)
      : t('Choose at least one page of "{0}".', name);
  }
  const isThere = (index: unknown): boolean =>
    Number.isInteger(index) && Number(index) >= 0 && Number(index) < frames.count;
  return chosen.every(isThere) && new Set(chosen).size === chosen.length
    ? undefined
    : frames.times
      ? t('"{0}" has {1} frames. Choose among these, each once.', name, frames.count)
      : t('"{0}" has {1} pages. Choose among these, each once.', name, frames.count);
}
