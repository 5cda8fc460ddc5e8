import type { LoadedInput } from '../protocol';

/** Pixels of the small pictures that are compared: enough to see that a dialog opens, too few to see noise. */
const compared = { width: 32, height: 32 };

/** How much each picture differs from the one before it: the mean difference of their greys, 0 to 1. */
export async function compareFrames({ pictures }: LoadedInput<'compareFrames'>): Promise<readonly number[]> {
  const { sharp, untrusted } = await import('../image/sharp');
  const small = await Promise.all(
    pictures.map((picture) =>
      sharp(picture, untrusted)
        .resize({ ...compared, fit: 'fill' })
        .greyscale()
        .raw()
        .toBuffer(),
    ),
  );
  return small.map((pixels, index) => difference(pixels, small[index - 1] ?? pixels));
}

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length / 255;
}
