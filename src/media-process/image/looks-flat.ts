import type { RawImage } from './raw-image';

/** Pixels looked at: enough to tell a screenshot from a photo, few enough to cost nothing. */
const SAMPLES = 65_536;
const COMMON_COLOURS = 64;
/**
 * Screenshots, even with gradients or saved as JPEG, had at least 0.75 of their pixels in 64 colours; photos at most
 * 0.03, grey photos 0.38.
 */
const FLAT_SHARE = 0.5;

/** Whether a picture is drawn (interface, text, diagram) rather than photographed: few colours cover most of it. */
export function looksFlat({ data, width, height, channels }: RawImage): boolean {
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLES)));
  const counts = new Map<number, number>();
  let total = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const index = (y * width + x) * channels;
      const colour = ((data[index] ?? 0) << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      total += 1;
    }
  }
  const commonest = [...counts.values()].sort((a, b) => b - a).slice(0, COMMON_COLOURS);
  return commonest.reduce((sum, count) => sum + count, 0) / total >= FLAT_SHARE;
}
