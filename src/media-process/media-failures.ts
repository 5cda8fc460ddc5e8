import { t } from '@vscode/l10n';
import { MAX_IMAGE_BYTES } from '../shared/limits';
import { MediaError, type Size } from './media-service';

// Each sentence says what is wrong with the picture and what to do. The picture's name is put before it by who knows it.

export function emptyPicture(): MediaError {
  return new MediaError('empty', t('It holds no bytes. Save it again and attach it once more.'));
}

export function tooManyBytes(byteLength: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    t(
      'It has {0} MB and at most {1} MB are read. Save a smaller version and attach that.',
      megabytes(byteLength),
      megabytes(MAX_IMAGE_BYTES),
    ),
  );
}

export function tooManyPixels({ width, height }: Size, maxPixels: number): MediaError {
  return new MediaError(
    'tooManyPixels',
    t(
      'It claims {0} × {1} pixels and at most {2} megapixels are read. Save a smaller version and attach that.',
      width,
      height,
      maxPixels / 1_000_000,
    ),
  );
}

export function drawingTooLarge(maxBytes: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    t(
      'Unpacked it has more than {0} MB, and no more are read. Save a simpler version and attach that.',
      megabytes(maxBytes),
    ),
  );
}

export function stillTooManyBytes({ width, height }: Size, maxBytes: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    t(
      'Even at {0} × {1} pixels it has more than the {2} bytes that the model takes of a picture. Choose another format for it, or another model.',
      width,
      height,
      maxBytes,
    ),
  );
}

export function unsupportedPicture(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    t('It is no picture of a format that is read here. Save it as PNG or JPEG and attach that.'),
  );
}

export function corruptPicture(reason: string): MediaError {
  return new MediaError(
    'corrupt',
    t("It is damaged and can't be read ({0}). Save or download it again and attach that.", reason),
  );
}

export function emptyBox(): MediaError {
  return new MediaError('outside', t('The chosen area lies outside of the picture. Choose it again.'));
}

export function tooSlow(seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    t(
      'Reading it was stopped because it made no progress for {0} seconds. Attach a simpler version, for instance a screenshot of it.',
      seconds,
    ),
  );
}

export function processCrashed(how: string): MediaError {
  return new MediaError(
    'crashed',
    t('Reading it ended the media process ({0}), so it was given up. Attach a smaller or newly saved version.', how),
  );
}

export function processNotStarted(how: string): MediaError {
  return new MediaError(
    'crashed',
    t('The media process could not be started ({0}). Reload the window; if that does not help, reinstall Iris.', how),
  );
}

function megabytes(byteLength: number): number {
  return Math.ceil(byteLength / (1024 * 1024));
}
