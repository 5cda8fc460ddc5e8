import type { EncodedImage, ImagePlan, PreparedImage } from '../media-service';
import type { TaskContext } from '../task-context';
import { scale, targetSize } from '../target-size';
import { decodePatience, headerPatience } from './patience';
import { encodeSmallest } from './encode-smallest';
import { isClean } from './is-clean';
import { fromRaw, decodeImage } from './raw-image';
import type { RawImage } from './raw-image';
import { readHeader } from './read-header';
import type { ImageHeader } from './read-header';

/** Makes the picture that is sent, and a thumbnail of it. */
export async function prepareImage(
  { source, plan }: { readonly source: Uint8Array; readonly plan: ImagePlan },
  context: TaskContext,
): Promise<PreparedImage> {
  context.progress({ patienceMilliseconds: headerPatience });
  const header = await readHeader(source);
  context.progress({ patienceMilliseconds: decodePatience(header) });
  const pixels = await decodeImage(source, header, targetSize(header, plan));
  const [encoded, thumbnail] = await Promise.all([
    encodeSmallest(pixels, plan.formats),
    encodeThumbnail(pixels, plan.thumbnailSide),
  ]);
  const unchanged = sendableAsItIs(source, header, pixels, plan);
  const image = unchanged && source.byteLength <= encoded.bytes.byteLength ? { ...encoded, ...unchanged } : encoded;
  const { mediaType, width, height } = header;
  return { source: { mediaType, width, height }, image, thumbnail };
}

function sendableAsItIs(
  source: Uint8Array,
  header: ImageHeader,
  pixels: RawImage,
  plan: ImagePlan,
): Pick<EncodedImage, 'bytes' | 'mediaType'> | undefined {
  const sendable =
    header.plain &&
    header.width === pixels.width &&
    header.height === pixels.height &&
    plan.formats.includes(header.mediaType) &&
    isClean(source);
  return sendable ? { bytes: source, mediaType: header.mediaType } : undefined;
}

async function encodeThumbnail(pixels: RawImage, longSide: number): Promise<EncodedImage> {
  const size = scale(pixels, Math.min(1, longSide / Math.max(pixels.width, pixels.height)));
  const bytes = await fromRaw(pixels)
    .resize({ ...size, fit: 'fill' })
    .webp({ quality: 80 })
    .toBuffer();
  return { bytes, mediaType: 'image/webp', ...size };
}
