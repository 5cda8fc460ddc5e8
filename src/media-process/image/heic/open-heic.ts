import { t } from '@vscode/l10n';
import decodeHeic from 'heic-decode';
import { corruptPicture } from '../../media-failures';
import { checkSize } from '../check-size';
import { openDecoded } from '../open-decoded';
import type { OpenPicture } from '../open-picture';
import { resizeRaw, withDecodeErrors, type RawImage } from '../raw-image';
import { applyProfile } from './apply-profile';
import { colourProfile } from './colour-profile';

/** Opens a HEIC picture, of several the first. Its container turns it, whatever its EXIF says. */
export async function openHeic(source: Uint8Array): Promise<OpenPicture> {
  const { width, height } = await withPicture(source, (picture) => Promise.resolve(picture));
  checkSize({ width, height });
  const profile = colourProfile(source);
  const opened = openDecoded({ mediaType: 'image/heic', width, height }, () => decode(source));
  return profile
    ? {
        ...opened,
        decode: async (size) =>
          applyProfile(await resizeRaw(await withDecodeErrors(() => decode(source)), size), profile),
      }
    : opened;
}

async function decode(source: Uint8Array): Promise<RawImage> {
  const { width, height, data } = await withPicture(source, (picture) => picture.decode());
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height, channels: 4 };
}

/** Reading the container decodes no pixels; what it holds is freed afterwards, for it lies outside of the heap. */
async function withPicture<T>(source: Uint8Array, work: (picture: decodeHeic.Picture) => Promise<T>): Promise<T> {
  return await withDecodeErrors(async () => {
    const pictures = await decodeHeic.all({ buffer: source });
    try {
      const [first] = pictures;
      if (!first) {
        throw corruptPicture(t('it holds no picture'));
      }
      return await work(first);
    } finally {
      pictures.dispose();
    }
  });
}
