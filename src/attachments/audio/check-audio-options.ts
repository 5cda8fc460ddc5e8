import { t } from '@vscode/l10n';
import type { AudioAttachment } from '../../shared/attachment/attachment';
import type { AttachmentOptions, AudioOptions } from '../../shared/attachment/options';
import { MAX_TEXT_BYTES } from '../../shared/limits';
import { formatMediaTime } from '../../shared/media-time';
import { isNumber, isString, literal, optional, shape } from '../../store/guard';
import type { CheckedOptions } from '../check-options';

/** The shortest part that can be sent, in seconds. */
const shortest = 0.1;

const isAudioOptions = shape<AudioOptions>({
  start: optional(isNumber),
  end: optional(isNumber),
  form: optional(literal('sound', 'transcript')),
  transcript: optional(isString),
  quality: optional(literal('original', 'speech')),
});

/** Whether options that a page sent are those of a sound, and the chosen part lies within it. */
export function checkAudioOptions(
  { seconds }: Pick<AudioAttachment, 'seconds'>,
  options: AttachmentOptions,
): CheckedOptions {
  if (!isAudioOptions(options)) {
    return {
      status: 'refused',
      reason: t('Of a sound it can be chosen which part is sent, as what, in which quality, and its transcript.'),
    };
  }
  const { start = 0, end = seconds, transcript = '' } = options;
  if (!(start >= 0 && end <= seconds + shortest && end - start >= Math.min(shortest, seconds))) {
    return {
      status: 'refused',
      reason: t('Choose a part between 0:00 and {0} that ends after it begins.', formatMediaTime(seconds)),
    };
  }
  if (Buffer.byteLength(transcript) > MAX_TEXT_BYTES) {
    return {
      status: 'refused',
      reason: t('A transcript has at most {0} KB of text. Shorten it.', MAX_TEXT_BYTES / 1024),
    };
  }
  const { form, quality } = options;
  return {
    status: 'valid',
    options: {
      ...(start > 0 && { start }),
      ...(end < seconds && { end }),
      ...(form && { form }),
      ...(options.transcript !== undefined && { transcript }),
      ...(quality && { quality }),
    },
  };
}
