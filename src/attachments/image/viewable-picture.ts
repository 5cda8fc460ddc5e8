import { drawnSize } from '../../media-process/target-size';
import type { ImageReference } from '../../shared/blob';
import { isImage } from '../../store/attachment-guard';
import type { AttachmentServices, CallOptions } from '../attachment-services';
import { mediaSource } from '../stored-file';
import { isSameSize } from './picture-fit';

/**
 * What the browser of the panel draws by itself, within the limits that were checked when the picture was attached. A drawing
 * (SVG) is not among them: a small one can keep a browser busy for minutes.
 */
const viewable: ReadonlySet<string> = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/bmp',
]);

/** The formats of what stands in for the others. */
const formats = ['image/png', 'image/jpeg'];

/** A picture as a browser can show it, in all pixels that are held: itself, or its first frame or page. Throws `MediaError`. */
export async function viewablePicture(
  picture: ImageReference,
  { media, blobs, derived, signal }: Pick<AttachmentServices, 'media' | 'blobs' | 'derived'> & CallOptions,
): Promise<ImageReference> {
  const size = drawnSize(picture);
  if (viewable.has(picture.mediaType) && isSameSize(size, picture)) {
    return picture;
  }
  const plan = { pictures: [size], formats };
  const key = { source: picture.sha256, form: 'viewable', settings: plan };
  const known = await derived.get(key, isImage);
  if (known) {
    return known;
  }
  const { images } = await media.prepareImage(await mediaSource(blobs, picture), plan, { signal });
  const [image] = images;
  if (!image) {
    throw new Error(`Nothing was drawn of the picture ${picture.sha256}.`);
  }
  const made = { ...(await blobs.put(image.bytes, image.mediaType)), width: image.width, height: image.height };
  await derived.put(key, made);
  return made;
}
