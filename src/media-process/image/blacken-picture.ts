import { coveredPixels } from '../../shared/attachment/picture-edit';
import type { EncodedImage } from '../media-service';
import type { BlackenRequest } from '../secret-service';
import type { TaskContext } from '../task-context';
import { openPicture } from './open-picture';
import { decodePatience, headerPatience } from './patience';
import { fromRaw } from './raw-image';

/** Nothing of what was below is left: not in the pixels, nor in any metadata. */
export async function blackenPicture(
  { source, width, height, areas }: { readonly source: Uint8Array } & BlackenRequest,
  context: TaskContext,
): Promise<EncodedImage> {
  context.progress({ patienceMilliseconds: headerPatience });
  const picture = await openPicture(source);
  context.progress({ patienceMilliseconds: decodePatience(picture) });
  const raw = await picture.decode({ width, height });
  const { channels } = raw;
  const pixels = new Uint8Array(raw.data);
  const black = channels === 4 ? [0, 0, 0, 255] : [0, 0, 0];
  for (const area of areas) {
    const covered = coveredPixels(area, { width, height });
    if (covered) {
      const row = Uint8Array.from({ length: covered.width * channels }, (_, index) => black[index % channels] ?? 0);
      for (let y = covered.top; y < covered.top + covered.height; y += 1) {
        pixels.set(row, (y * width + covered.left) * channels);
      }
    }
  }
  const bytes = await fromRaw({ ...raw, data: pixels })
    .png()
    .toBuffer();
  return { bytes, mediaType: 'image/png', width, height };
}
