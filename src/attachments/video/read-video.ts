import { t } from '@vscode/l10n';
import type { AudioAttachment, VideoAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { MAX_VIDEO_BYTES } from '../../shared/limits';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { readAudio } from '../audio/read-audio';
import { baseOf, mediaSource, withName, type StoredFile } from '../stored-file';
import { framesOf } from './frames-of';

/** Pixels of the longer side: twice what the tray shows, for dense screens. */
const thumbnailSide = 256;
/** Where the first frame is often black. */
const thumbnailSeconds = 1;

/** Length, size and a frame of a video; a container that holds sound alone is a sound. */
export async function readVideo(
  stored: StoredFile,
  context: PrepareContext,
): Promise<VideoAttachment | AudioAttachment> {
  const { file, source } = stored;
  const { media, blobs, signal } = context;
  if (source.byteLength > MAX_VIDEO_BYTES) {
    throw new AttachmentError(
      'tooManyBytes',
      file.name,
      t('It has more than {0} MB. Attach a shorter or smaller version.', MAX_VIDEO_BYTES / 1024 / 1024),
    );
  }
  const facts = await withName(file.name, async () => media.readVideo(await mediaSource(blobs, source), { signal }));
  const { picture, seconds, sound, mediaType } = facts;
  if (!picture) {
    return await readAudio({ ...stored, source: { ...source, mediaType: soundType(mediaType) } }, context);
  }
  const known = { name: file.name, source: { ...source, mediaType } };
  const thumbnail = await thumbnailOf(known, Math.min(thumbnailSeconds, seconds / 2), context);
  return {
    ...baseOf(stored),
    kind: 'video',
    source: known.source,
    ...(thumbnail && { thumbnail }),
    seconds,
    width: picture.width,
    height: picture.height,
    frameRate: picture.frameRate,
    hasSound: sound !== undefined,
    options: {},
  };
}

/** Absent where nothing here can decode it: a model that watches videos may still get it. */
async function thumbnailOf(
  video: Pick<VideoAttachment, 'name' | 'source'>,
  time: number,
  context: PrepareContext,
): Promise<ImageReference | undefined> {
  try {
    const [frame] = await framesOf(video, { times: [time], maxLongSide: thumbnailSide }, context);
    return frame;
  } catch (error) {
    if (error instanceof AttachmentError && error.kind === 'codecMissing') {
      return undefined;
    }
    throw error;
  }
}

function soundType(mediaType: string): string {
  return mediaType.replace(/^video\/(?:quicktime|mp4)$/, 'audio/mp4').replace(/^video\//, 'audio/');
}
