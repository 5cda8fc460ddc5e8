import type { SheetRequest } from '../media-service';
import type { OpenPicture } from './open-picture';
import { fromRaw, type RawImage } from './raw-image';
import { sharp } from './sharp';

const background = { r: 255, g: 255, b: 255 };

/** Frames side by side on white, in rows from the left. */
export async function drawSheet(
  picture: OpenPicture,
  { sheet, columns, gap, width, height }: SheetRequest,
): Promise<RawImage> {
  const rows = Math.ceil(sheet.length / columns);
  const whole = {
    width: columns * width + (columns - 1) * gap,
    height: rows * height + (rows - 1) * gap,
  };
  const cells = [];
  for (const [index, frame] of sheet.entries()) {
    const pixels = await picture.decode({ width, height }, frame);
    cells.push({
      input: await fromRaw(pixels).png({ compressionLevel: 1 }).toBuffer(),
      left: (index % columns) * (width + gap),
      top: Math.floor(index / columns) * (height + gap),
    });
  }
  const canvas = sharp({ create: { ...whole, channels: 3, background } });
  const data = await canvas.composite(cells).removeAlpha().raw().toBuffer();
  return { data, ...whole, channels: 3 };
}
