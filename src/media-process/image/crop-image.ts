import type { Box, EncodedImage } from '../media-service';
import { emptyBox } from '../media-failures';
import type { TaskContext } from '../task-context';
import { openPicture } from './open-picture';
import { decodePatience, headerPatience } from './patience';
import { extractRaw, fromRaw } from './raw-image';

/** A PNG of the part of the upright picture inside the box; what of the box lies outside is left out. */
export async function cropImage(
  { source, box }: { readonly source: Uint8Array; readonly box: Box },
  context: TaskContext,
): Promise<EncodedImage> {
  context.progress({ patienceMilliseconds: headerPatience });
  const picture = await openPicture(source);
  context.progress({ patienceMilliseconds: decodePatience(picture) });
  const left = Math.max(0, Math.round(box.left));
  const top = Math.max(0, Math.round(box.top));
  const width = Math.min(picture.width, Math.round(box.left + box.width)) - left;
  const height = Math.min(picture.height, Math.round(box.top + box.height)) - top;
  if (!(width > 0 && height > 0)) {
    throw emptyBox();
  }
  const part = await extractRaw(await picture.decode(picture), { left, top, width, height });
  return { bytes: await fromRaw(part).png().toBuffer(), mediaType: 'image/png', width, height };
}
