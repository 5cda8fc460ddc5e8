import { MediaError } from '../media-service';

// Each sentence says what is wrong with the recording and what to do. Its name is put before it by who knows it.

/** @param codec short name such as "aac"; @param medium what can't be decoded, as in "sound" */
export function codecMissing(codec: string, medium: 'sound' | 'picture'): MediaError {
  return new MediaError(
    'codecMissing',
    `Nothing here can decode its ${medium} (${codec}). Install ffmpeg so that it is on PATH and reload the window, or save it ` +
      (medium === 'sound' ? 'as MP3 or WAV' : 'as MP4 with H.264 or WebM with VP8') +
      ' and attach that.',
  );
}

/** @param reason a phrase */
export function corruptRecording(reason: string): MediaError {
  return new MediaError(
    'corrupt',
    `It is damaged and can't be read (${reason}). Save or download it again and attach that.`,
  );
}

export function unsupportedRecording(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    'It is not a recording that can be read. Save it as MP4, WebM, MP3 or WAV and attach that.',
  );
}

export function ffmpegTooSlow(milliseconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    `ffmpeg was stopped because it was not done after ${Math.round(milliseconds / 1_000)} seconds. Attach a shorter part of it.`,
  );
}

export function tooMuchOutput(): MediaError {
  return new MediaError('tooManyBytes', 'It becomes too large when it is decoded. Attach a shorter part of it.');
}

/** @param how why the program did not start, as a phrase */
export function ffmpegNotStarted(how: string): MediaError {
  return new MediaError(
    'codecMissing',
    `ffmpeg is on PATH but could not be started (${how}). Check that "ffmpeg -version" runs in a terminal.`,
  );
}
