import { t } from '@vscode/l10n';
import type { VideoAttachment } from '../../shared/attachment/attachment';
import type { AttachmentOptions, VideoOptions } from '../../shared/attachment/options';
import { MAX_TEXT_BYTES } from '../../shared/limits';
import { formatMediaTime } from '../../shared/media-time';
import type { CheckedOptions } from '../check-options';
import { toHundredths } from './choose-times';

const mostTimes = 256;
const forms: readonly unknown[] = ['video', 'frames', undefined];
const sounds: readonly unknown[] = ['none', 'sound', 'transcript', undefined];

/** Whether options that a page sent are those of a video and within its length. */
export function checkVideoOptions(
  { seconds }: Pick<VideoAttachment, 'seconds'>,
  options: AttachmentOptions,
): CheckedOptions {
  // Whatever the page sent: each field is checked below.
  const given = options as VideoOptions & Readonly<Record<string, unknown>>;
  const { start, end, form, frameCount, onSceneChange, times, sound, transcript, ...others } = given;
  const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= seconds;
  const from = start ?? 0;
  const to = end ?? seconds;
  if (!isTime(from) || !isTime(to) || from >= to) {
    return refused(t('Choose a part between 0:00 and {0} whose end is after its beginning.', formatMediaTime(seconds)));
  }
  if (times !== undefined && !(Array.isArray(times) && times.length <= mostTimes && times.every(isTime))) {
    return refused(t('Choose at most {0} frames between 0:00 and {1}.', mostTimes, formatMediaTime(seconds)));
  }
  if (frameCount !== undefined && !(Number.isInteger(frameCount) && frameCount >= 1 && frameCount <= mostTimes)) {
    return refused(t('Choose a number of frames from 1 to {0}.', mostTimes));
  }
  if (transcript !== undefined && (typeof transcript !== 'string' || transcript.length > MAX_TEXT_BYTES)) {
    return refused(t('A transcript has at most {0} KB of text. Shorten it.', MAX_TEXT_BYTES / 1024));
  }
  const isKnown =
    forms.includes(form) &&
    sounds.includes(sound) &&
    (onSceneChange === undefined || typeof onSceneChange === 'boolean') &&
    Object.keys(others).length === 0;
  if (!isKnown) {
    return refused(t('These are not the options of a video.'));
  }
  const chosen = times && [...new Set(times.map(toHundredths))].toSorted((a, b) => a - b);
  return { status: 'valid', options: { ...given, ...(chosen && { times: chosen }) } };
}

function refused(reason: string): CheckedOptions {
  return { status: 'refused', reason };
}
