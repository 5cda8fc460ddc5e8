import type { EncodedImage, ImageFacts, ThumbnailRequest } from '../media-service';
import { scale } from '../target-size';
import type { TaskContext } from '../task-context';
import { openPicture } from './open-picture';
import { decodePatience, headerPatience } from './patience';
import { fromRaw, type RawImage } from './raw-image';

/** What a picture is, and a small picture of its first frame or page. */
export async function readImage(
  { source, thumbnailSide }: ThumbnailRequest & { readonly source: Uint8Array },
  context: TaskContext,
): Promise<ImageFacts> {
  context.progress({ patienceMilliseconds: headerPatience });
  const picture = await openPicture(source);
  context.progress({ patienceMilliseconds: decodePatience(picture) });
  const { mediaType, width, height, frames } = picture;
  const factor = Math.min(1, thumbnailSide / Math.max(width, height));
  const thumbnail = await encodeThumbnail(await picture.decode(scale(picture, factor)));
  return { mediaType, width, height, ...(frames && { frames }), thumbnail };
}

async function encodeThumbnail(pixels: RawImage): Promise<EncodedImage> {
  const bytes = await fromRaw(pixels).webp({ quality: 80 }).toBuffer();
  return { bytes, mediaType: 'image/webp', width: pixels.width, height: pixels.height };
}
