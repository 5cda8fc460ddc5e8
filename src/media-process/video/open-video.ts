import { t } from '@vscode/l10n';
import { recordingType } from '../media-type/recording-type';
import { MAX_FRAME_PIXELS } from '../../shared/limits';
import { corruptRecording, unsupportedRecording } from '../ffmpeg/ffmpeg-failures';
import { MediaError } from '../media-service';
import { openAvi } from './open-avi';
import { openContainer } from './open-container';
import type { VideoFile } from './video-file';

/** Reads a container's headers. Throws `MediaError`. */
export async function openVideo(source: Uint8Array): Promise<VideoFile> {
  const mediaType = recordingType(source);
  if (mediaType === undefined) {
    throw unsupportedRecording();
  }
  const file = await opened(source, mediaType);
  const problem = problemOf(file);
  if (problem) {
    file.close();
    throw problem;
  }
  return file;
}

async function opened(source: Uint8Array, mediaType: string): Promise<VideoFile> {
  try {
    return mediaType === 'video/x-msvideo' ? openAvi(source) : await openContainer(source);
  } catch (error) {
    throw error instanceof MediaError ? error : corruptRecording(reasonOf(error));
  }
}

function problemOf({ facts }: VideoFile): MediaError | undefined {
  const { picture, sound, seconds } = facts;
  if (!picture && !sound) {
    return corruptRecording(t('it holds neither pictures nor sound'));
  }
  if (!(seconds > 0 && Number.isFinite(seconds))) {
    return corruptRecording(t('it has no length'));
  }
  if (picture && !(picture.width > 0 && picture.height > 0)) {
    return corruptRecording(t('its pictures have no size'));
  }
  if (picture && picture.width * picture.height > MAX_FRAME_PIXELS) {
    return new MediaError(
      'tooManyPixels',
      t(
        'Its pictures claim {0} × {1} pixels and at most {2} megapixels are read. Save a smaller version and attach that.',
        picture.width,
        picture.height,
        MAX_FRAME_PIXELS / 1_000_000,
      ),
    );
  }
  return undefined;
}

/** The library's messages are sentences; here they are put in brackets. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200).replace(/\.$/, '');
}
