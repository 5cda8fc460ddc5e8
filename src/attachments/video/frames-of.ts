import { t } from '@vscode/l10n';
import { MediaError } from '../../media-process/media-service';
import type { VideoAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { isImage } from '../../store/attachment-guard';
import type { DerivedKey } from '../../store/derived-forms';
import type { PrepareContext } from '../attachment-services';
import { mediaSource, withName } from '../stored-file';
import type { FramePlan } from './video-plan';

/** Frames are extracted in groups, so that what is done already is kept when the rest is not wanted any more. */
const groupSize = 8;

type FrameLimits = Pick<FramePlan, 'maxLongSide' | 'maxBytes'>;
type Recorded = Pick<VideoAttachment, 'name' | 'source'>;

/** The frames that are seen at the times, in their order, as pictures in the form that is smallest. */
export async function framesOf(
  video: Recorded,
  { times, ...limits }: FrameLimits & { readonly times: readonly number[] },
  context: PrepareContext,
): Promise<readonly ImageReference[]> {
  const { derived, progress } = context;
  const keyOf = (time: number): DerivedKey => ({
    source: video.source.sha256,
    form: 'frame',
    settings: { time, ...limits },
  });
  const known = new Map<number, ImageReference>();
  for (const time of times) {
    const frame = await derived.get(keyOf(time), isImage);
    if (frame) {
      known.set(time, frame);
    }
  }
  const missing = times.filter((time) => !known.has(time));
  for (let done = 0; done < missing.length; done += groupSize) {
    progress(t('Taking frames'), done / missing.length);
    const group = missing.slice(done, done + groupSize);
    const frames = await extract(video, { times: group, ...limits }, context);
    for (const [index, time] of group.entries()) {
      const frame = frames[index];
      if (frame) {
        known.set(time, frame);
        await derived.put(keyOf(time), frame);
      }
    }
  }
  return times.flatMap((time) => known.get(time) ?? []);
}

/**
 * The browser of the panel decodes in a sandbox and needs nothing to be installed, so it is asked first; ffmpeg on PATH
 * knows more codecs.
 */
async function extract(
  { name, source }: Recorded,
  { times, ...limits }: FrameLimits & { readonly times: readonly number[] },
  context: PrepareContext,
): Promise<readonly ImageReference[]> {
  const { media, blobs, page, signal } = context;
  const request = { times, maxLongSide: limits.maxLongSide };
  return await withName(name, async () => {
    const frames =
      (await orUndefined(page?.frames(source, request, { signal }))) ??
      (await media.extractFrames(await mediaSource(blobs, source), request, { signal }));
    return await Promise.all(frames.map(({ bytes }) => storeFrame(bytes, limits, context)));
  });
}

/** What the page sends is as untrusted as any file: it is decoded and encoded anew. */
async function storeFrame(
  bytes: Uint8Array,
  { maxLongSide, maxBytes }: FrameLimits,
  { media, blobs, signal }: PrepareContext,
): Promise<ImageReference> {
  const formats = ['image/png', 'image/jpeg'];
  const plan = { pictures: [{ within: maxLongSide }], formats, ...(maxBytes !== undefined && { maxBytes }) };
  const { images } = await media.prepareImage(bytes, plan, { signal });
  const [image] = images;
  if (!image) {
    throw new Error('No picture was made of a frame.');
  }
  const { width, height, mediaType } = image;
  return { ...(await blobs.put(image.bytes, mediaType)), width, height };
}

/** Undefined where something else may be able to decode it. */
async function orUndefined<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MediaError && error.kind === 'codecMissing') {
      return undefined;
    }
    throw error;
  }
}
