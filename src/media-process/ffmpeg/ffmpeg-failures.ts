import { t } from '@vscode/l10n';
import { MediaError } from '../media-service';

// Each sentence says what is wrong with the recording and what to do. Its name is put before it by who knows it.

/** @param codec short name such as "aac"; @param medium what can't be decoded, as in "sound" */
export function codecMissing(codec: string, medium: 'sound' | 'picture'): MediaError {
  return new MediaError(
    'codecMissing',
    medium === 'sound'
      ? t(
          'Nothing here can decode its sound ({0}). Install ffmpeg so that it is on PATH and reload the window, or save it as MP3 or WAV and attach that.',
          codec,
        )
      : t(
          'Nothing here can decode its picture ({0}). Install ffmpeg so that it is on PATH and reload the window, or save it as MP4 with H.264 or WebM with VP8 and attach that.',
          codec,
        ),
  );
}

/** @param reason a phrase */
export function corruptRecording(reason: string): MediaError {
  return new MediaError(
    'corrupt',
    t("It is damaged and can't be read ({0}). Save or download it again and attach that.", reason),
  );
}

export function unsupportedRecording(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t('It is not a recording that can be read. Save it as MP4, WebM, MP3 or WAV and attach that.'),
  );
}

export function ffmpegTooSlow(milliseconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    t(
      'ffmpeg was stopped because it was not done after {0} seconds. Attach a shorter part of it.',
      Math.round(milliseconds / 1_000),
    ),
  );
}

export function tooMuchOutput(): MediaError {
  return new MediaError('tooManyBytes', t('It becomes too large when it is decoded. Attach a shorter part of it.'));
}

/** @param how why the program did not start, as a phrase */
export function ffmpegNotStarted(how: string): MediaError {
  return new MediaError(
    'codecMissing',
    t('ffmpeg is on PATH but could not be started ({0}). Check that "ffmpeg -version" runs in a terminal.', how),
  );
}
