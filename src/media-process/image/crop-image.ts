import type { Box, EncodedImage } from '../media-service';
import { emptyBox } from '../media-failures';
import type { TaskContext } from '../task-context';
import { decodePatience, headerPatience } from './patience';
import { withDecodeErrors } from './raw-image';
import { readHeader } from './read-header';
import { sharp, untrusted } from './sharp';

/** A PNG of the part of the upright picture inside the box; what of the box lies outside is left out. */
export async function cropImage(
  { source, box }: { readonly source: Uint8Array; readonly box: Box },
  context: TaskContext,
): Promise<EncodedImage> {
  context.progress({ patienceMilliseconds: headerPatience });
  const header = await readHeader(source);
  context.progress({ patienceMilliseconds: decodePatience(header) });
  const left = Math.max(0, Math.round(box.left));
  const top = Math.max(0, Math.round(box.top));
  const width = Math.min(header.width, Math.round(box.left + box.width)) - left;
  const height = Math.min(header.height, Math.round(box.top + box.height)) - top;
  if (!(width > 0 && height > 0)) {
    throw emptyBox();
  }
  const bytes = await withDecodeErrors(() =>
    sharp(source, untrusted).autoOrient().extract({ left, top, width, height }).png().toBuffer(),
  );
  return { bytes, mediaType: 'image/png', width, height };
}
