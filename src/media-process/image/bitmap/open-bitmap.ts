import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import type { OpenPicture } from '../open-picture';
import { openDecoded } from '../open-decoded';
import { readBitmapHeader } from './bitmap-header';
import { decodeBitmap } from './decode-bitmap';

const FILE_HEADER = 14;

/** Opens a Windows bitmap. */
export function openBitmap(source: Uint8Array): OpenPicture {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const header = withinBytes(() => readBitmapHeader(view, FILE_HEADER, { inIcon: false }));
  return openDecoded({ ...header, mediaType: 'image/bmp' }, () =>
    withinBytes(() => decodeBitmap(source, header, view.getUint32(10, true) || FILE_HEADER + header.end)),
  );
}

/** Reading beyond the end of the bytes means that they were cut off. */
export function withinBytes<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? corruptPicture(t('it ends early')) : error;
  }
}
