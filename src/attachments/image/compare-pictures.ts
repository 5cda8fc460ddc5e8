import type { ImageReference } from '../../shared/blob';
import type { PictureComparison } from '../../shared/picture-comparison';
import { isImage } from '../../store/attachment-guard';
import { isBoolean, isNumber, shape } from '../../store/guard';
import type { AttachmentServices, CallOptions } from '../attachment-services';
import { mediaSource } from '../stored-file';

const isComparison = shape<PictureComparison>({
  difference: isImage,
  differing: isNumber,
  same: isBoolean,
  scale: isNumber,
});

/** How two stored pictures differ; what was found once is kept. Throws `MediaError`. */
export async function comparePictures(
  first: ImageReference,
  second: ImageReference,
  { media, blobs, derived, signal }: Pick<AttachmentServices, 'media' | 'blobs' | 'derived'> & CallOptions,
): Promise<PictureComparison> {
  const key = { source: first.sha256, form: 'comparison', settings: { other: second.sha256 } };
  const known = await derived.get(key, isComparison);
  if (known) {
    return known;
  }
  const pair = { source: await mediaSource(blobs, first), other: await mediaSource(blobs, second) };
  const { difference, ...facts } = await media.comparePictures(pair, { signal });
  const stored = await blobs.put(difference.bytes, difference.mediaType);
  const made = { ...facts, difference: { ...stored, width: difference.width, height: difference.height } };
  await derived.put(key, made);
  return made;
}
