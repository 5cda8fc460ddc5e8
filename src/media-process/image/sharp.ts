import sharp from 'sharp';
import { MAX_IMAGE_PIXELS } from '../../shared/limits';

// Only the loaders that are needed may run: whatever the bytes claim to be, no other decoder sees them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadSvgBuffer',
    'VipsForeignLoadTiffBuffer',
    // AVIF alone: this build has no decoder for HEVC.
    'VipsForeignLoadHeifBuffer',
  ],
});
// Every picture is different: remembered operations would only hold memory.
sharp.cache(false);

/** How untrusted bytes are opened: the first frame, within the pixel limit; cut-off files fail, blemishes do not. */
export const untrusted = { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'truncated', pages: 1 } as const;

export { sharp };
