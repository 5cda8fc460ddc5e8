import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import { checkSize } from '../check-size';
import type { OpenPicture } from '../open-picture';
import { frameTimes, MAX_FRAMES, openWithSharp } from '../open-with-sharp';
import { resizeRaw, withDecodeErrors, withoutNeedlessAlpha } from '../raw-image';
import { FrameComposer } from './compose-frames';
import { readApng } from './read-apng';

/** Opens an animated PNG; one with a single frame is an ordinary one. */
export async function openApng(source: Uint8Array): Promise<OpenPicture> {
  const file = readApng(source, MAX_FRAMES);
  const { width, height, frames } = file;
  checkSize({ width, height });
  const isOutside = frames.some((frame) => frame.left + frame.width > width || frame.top + frame.height > height);
  if (isOutside || frames.some((frame) => frame.width === 0 || frame.height === 0)) {
    throw corruptPicture(t('a frame lies outside of the picture'));
  }
  if (frames.length === 1) {
    return await openWithSharp(source, 'image/png');
  }
  const times = frameTimes(
    frames.map(({ delay }) => delay),
    frames.length,
  );
  const composer = new FrameComposer(file);
  return {
    mediaType: 'image/apng',
    width,
    height,
    vector: false,
    plain: false,
    turned: false,
    frames: { count: frames.length, times },
    decode: (size, frame = 0) =>
      withDecodeErrors(async () => withoutNeedlessAlpha(await resizeRaw(await composer.compose(frame), size))),
  };
}
