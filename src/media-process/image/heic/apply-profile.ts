import { deflateSync } from 'node:zlib';
import { chunksOf, pngOf } from '../png-chunks';
import { decodeImage, fromRaw, type RawImage } from '../raw-image';

/** Pixels in sRGB from pixels in the colours of a profile. Only a file can carry a profile, so they become one for that. */
export async function applyProfile(raw: RawImage, profile: Uint8Array): Promise<RawImage> {
  const png = await fromRaw(raw).png({ compressionLevel: 0 }).toBuffer();
  const [header, ...rest] = chunksOf(png);
  if (!header) {
    return raw;
  }
  const name = Buffer.from('profile\0\0', 'latin1');
  const described = pngOf([header, { type: 'iCCP', data: Buffer.concat([name, deflateSync(profile)]) }, ...rest]);
  return await decodeImage(described, { vector: false, frame: 0 }, raw);
}
