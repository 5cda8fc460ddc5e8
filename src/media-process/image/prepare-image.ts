import type {
  EncodedImage,
  FittedRequest,
  NotUntouched,
  PicturePlan,
  PreparedImages,
  StillRequest,
} from '../media-service';
import { scale } from '../target-size';
import type { TaskContext } from '../task-context';
import { drawSheet } from './draw-sheet';
import { encodeWithin } from './encode-within';
import { openPicture, type OpenPicture } from './open-picture';
import { decodePatience, headerPatience } from './patience';
import { extractRaw, type RawImage, sharpenRaw } from './raw-image';
import { stripMetadata } from './strip-metadata';

/** Makes the pictures that are sent. */
export async function prepareImage(
  { source, plan }: { readonly source: Uint8Array; readonly plan: PicturePlan },
  context: TaskContext,
): Promise<PreparedImages> {
  context.progress({ patienceMilliseconds: headerPatience });
  const picture = await openPicture(source);
  context.progress({ patienceMilliseconds: decodePatience(picture) });
  const kept = plan.untouched && untouched(source, picture, plan);
  if (kept && 'bytes' in kept) {
    // That it can be decoded is known since it was attached.
    return { images: [kept] };
  }
  const images: EncodedImage[] = [];
  const frames = lastDecoded(picture);
  for (const request of plan.pictures) {
    context.signal.throwIfAborted();
    const pixels =
      'sheet' in request ? await drawSheet(picture, request) : await cutOut(frames, sized(request, picture));
    const encoded = await encodeWithin(pixels, plan);
    images.push(smaller(encoded, asItIs(source, picture, { plan, pixels, isWhole: !('box' in request) })));
    context.progress({ fraction: images.length / plan.pictures.length });
  }
  return { images, ...(kept && { notUntouched: kept.because }) };
}

type DecodeFrame = (request: StillRequest) => Promise<RawImage>;

/** Decodes a frame once for all that is cut out of it, one after the other. */
function lastDecoded(picture: OpenPicture): DecodeFrame {
  let last: { readonly key: string; readonly pixels: RawImage } | undefined;
  return async ({ frame = 0, width, height }) => {
    const key = `${frame} ${width} ${height}`;
    if (last?.key !== key) {
      // What was decoded before goes first: two at a time would double the memory.
      last = undefined;
      const pixels = await picture.decode({ width, height }, frame);
      // A drawing is drawn at its size: nothing was taken from it.
      const isShrunk = width < picture.width && picture.mediaType !== 'image/svg+xml';
      last = { key, pixels: isShrunk ? await sharpenRaw(pixels) : pixels };
    }
    return last.pixels;
  };
}

function sized(request: StillRequest | FittedRequest, picture: OpenPicture): StillRequest {
  return 'within' in request
    ? scale(picture, Math.min(1, request.within / Math.max(picture.width, picture.height)))
    : request;
}

async function cutOut(frames: DecodeFrame, request: StillRequest): Promise<RawImage> {
  const pixels = await frames(request);
  return request.box ? await extractRaw(pixels, request.box) : pixels;
}

function untouched(
  source: Uint8Array,
  picture: OpenPicture,
  { untouched: formats = [], maxBytes = Infinity }: PicturePlan,
): EncodedImage | { readonly because: NotUntouched } {
  const { turned, width, height } = picture;
  // An animated PNG is a PNG to all that know no animations.
  const mediaType = picture.mediaType === 'image/apng' ? 'image/png' : picture.mediaType;
  if (turned) {
    return { because: 'turned' };
  }
  if (!formats.includes(mediaType)) {
    return { because: 'format' };
  }
  const bytes = stripMetadata(source, mediaType);
  if (!bytes) {
    return { because: 'structure' };
  }
  return bytes.byteLength > maxBytes ? { because: 'bytes' } : { bytes, mediaType, width, height };
}

/** The source without its metadata, where its pixels are those that are to be sent. */
function asItIs(
  source: Uint8Array,
  picture: OpenPicture,
  { plan, pixels, isWhole }: { readonly plan: PicturePlan; readonly pixels: RawImage; readonly isWhole: boolean },
): EncodedImage | undefined {
  const { width, height, mediaType } = picture;
  const isSame = isWhole && picture.plain && width === pixels.width && height === pixels.height;
  const bytes = isSame && plan.formats.includes(mediaType) ? stripMetadata(source, mediaType) : undefined;
  return bytes && { bytes, mediaType, width, height };
}

function smaller(encoded: EncodedImage, other: EncodedImage | undefined): EncodedImage {
  return other && other.bytes.byteLength <= encoded.bytes.byteLength ? other : encoded;
}
