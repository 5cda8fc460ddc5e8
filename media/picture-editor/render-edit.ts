import { editedSize, type PictureEdit } from '../../src/shared/attachment/picture-edit';
import { drawEdit } from './drawing/draw-edit';

/** The edited picture in all its pixels, as PNG without any metadata. Throws where the browser can't draw it. */
export async function renderEdit(image: CanvasImageSource, edit: PictureEdit): Promise<Blob> {
  const { width, height } = editedSize(edit);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: edit.marks.some(({ type }) => type === 'blur') });
  if (!pen) {
    throw new Error(`A picture of ${width} × ${height} pixels can't be drawn here.`);
  }
  drawEdit(pen, image, edit);
  return await canvas.convertToBlob({ type: 'image/png' });
}
