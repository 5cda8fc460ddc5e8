import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '../shared/limits';
import { MediaError, type Size } from './media-service';

// Each sentence says what is wrong with the picture and what to do. The picture's name is put before it by who knows it.

export function emptyPicture(): MediaError {
  return new MediaError('empty', 'It holds no bytes. Save it again and attach it once more.');
}

export function tooManyBytes(byteLength: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    `It has ${megabytes(byteLength)} MB and at most ${megabytes(MAX_IMAGE_BYTES)} MB are read. Save a smaller version and attach that.`,
  );
}

export function tooManyPixels(width: number, height: number): MediaError {
  return new MediaError(
    'tooManyPixels',
    `It claims ${width} × ${height} pixels and at most ${MAX_IMAGE_PIXELS / 1_000_000} megapixels are read. Save a smaller version and attach that.`,
  );
}

export function drawingTooLarge(maxBytes: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    `Unpacked it has more than ${megabytes(maxBytes)} MB, and no more are read. Save a simpler version and attach that.`,
  );
}

export function stillTooManyBytes({ width, height }: Size, maxBytes: number): MediaError {
  return new MediaError(
    'tooManyBytes',
    `Even at ${width} × ${height} pixels it has more than the ${maxBytes} bytes that the model takes of a picture. Choose another format for it, or another model.`,
  );
}

export function unsupportedPicture(): MediaError {
  return new MediaError(
    'unsupportedFormat',
    'It is no picture of a format that is read here. Save it as PNG or JPEG and attach that.',
  );
}

export function corruptPicture(reason: string): MediaError {
  return new MediaError(
    'corrupt',
    `It is damaged and can't be read (${reason}). Save or download it again and attach that.`,
  );
}

export function emptyBox(): MediaError {
  return new MediaError('outside', 'The chosen area lies outside of the picture. Choose it again.');
}

export function tooSlow(seconds: number): MediaError {
  return new MediaError(
    'tooSlow',
    `Reading it was stopped because it made no progress for ${seconds} seconds. Attach a simpler version, for instance a screenshot of it.`,
  );
}

export function processCrashed(how: string): MediaError {
  return new MediaError(
    'crashed',
    `Reading it ended the media process (${how}), so it was given up. Attach a smaller or newly saved version.`,
  );
}

export function processNotStarted(how: string): MediaError {
  return new MediaError(
    'crashed',
    `The media process could not be started (${how}). Reload the window; if that does not help, reinstall Iris.`,
  );
}

function megabytes(byteLength: number): number {
  return Math.ceil(byteLength / (1024 * 1024));
}
