import type { Region } from '../../src/shared/region';
import type { LoadedPicture } from './viewed-picture';

/** A picture, or a part of it in its own pixels, as PNG. Throws where the browser can't draw it. */
export async function drawAsPng(picture: LoadedPicture, region?: Region): Promise<Blob> {
  const { left, top, width, height } = region ?? { left: 0, top: 0, width: picture.width, height: picture.height };
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new Error(`A picture of ${width} × ${height} pixels can't be drawn here.`);
  }
  const image = new Image();
  image.src = picture.url;
  await image.decode();
  // In the picture's own size: a drawing has none that the browser would keep to.
  pen.drawImage(image, -left, -top, picture.width, picture.height);
  return await canvas.convertToBlob({ type: 'image/png' });
}

/** The name of a part of a picture. */
export function nameOfRegion(name: string, { width, height }: Region): string {
  return `${name.replace(/\.\w{1,5}$/, '')} ${width} × ${height}.png`;
}
