import {
  areaToEdited,
  coveredPixels,
  editedSize,
  keptRegion,
  type PictureEdit,
} from '../../../src/shared/attachment/picture-edit';
import type { Region } from '../../../src/shared/region';
import { colorValues } from './colors';
import { drawLines, drawUpright, type Pen } from './draw-marks';
import { blockSize, reduceToBlocks } from './mosaic';

const highlightStrength = 0.38;

/**
 * Draws the edited picture into the left upper corner of a canvas, each of its pixels as `scale` pixels of the canvas.
 * What is redacted is black before anything is blurred, so that nothing of it is in what is blurred beside it, and again
 * afterwards, so that nothing shines through. Lines, texts and numbers lie above all that.
 */
export function drawEdit(pen: Pen, image: CanvasImageSource, edit: PictureEdit, scale = 1): void {
  const { base, marks } = edit;
  // Turned by right angles in its own size, each pixel is drawn as it is.
  pen.imageSmoothingEnabled = scale !== 1;
  pen.imageSmoothingQuality = 'high';
  useBase(pen, edit, scale);
  pen.drawImage(image, 0, 0, base.width, base.height);
  redact(pen, edit);
  for (const mark of marks) {
    if (mark.type === 'blur') {
      blur(pen, areaToEdited(mark.area, edit), { edit, scale });
    }
  }
  useBase(pen, edit, scale);
  for (const mark of marks) {
    if (mark.type === 'highlight') {
      pen.globalAlpha = highlightStrength;
      pen.fillStyle = colorValues[mark.color];
      fill(pen, mark.area);
      pen.globalAlpha = 1;
    }
  }
  redact(pen, edit);
  for (const mark of marks) {
    useBase(pen, edit, scale);
    drawLines(pen, mark);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    drawUpright(pen, mark, edit);
  }
}

function redact(pen: Pen, { marks }: PictureEdit): void {
  pen.fillStyle = '#000000';
  for (const mark of marks) {
    if (mark.type === 'redaction') {
      fill(pen, mark.area);
    }
  }
}

function fill(pen: Pen, { left, top, width, height }: Region): void {
  pen.fillRect(left, top, width, height);
}

/** From now on coordinates are those of the base. */
function useBase(pen: Pen, edit: PictureEdit, scale: number): void {
  const { left, top, width, height } = keptRegion(edit);
  switch (edit.rotation) {
    case 0:
      return pen.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    case 90:
      return pen.setTransform(0, scale, -scale, 0, (height + top) * scale, -left * scale);
    case 180:
      return pen.setTransform(-scale, 0, 0, -scale, (width + left) * scale, (height + top) * scale);
    case 270:
      return pen.setTransform(0, -scale, scale, 0, -top * scale, (width + left) * scale);
  }
}

/** @param area in pixels of the edited picture */
function blur(pen: Pen, area: Region, { edit, scale }: { readonly edit: PictureEdit; readonly scale: number }): void {
  const { width, height } = editedSize(edit);
  const scaled = {
    left: area.left * scale,
    top: area.top * scale,
    width: area.width * scale,
    height: area.height * scale,
  };
  const covered = coveredPixels(scaled, { width: Math.round(width * scale), height: Math.round(height * scale) });
  if (!covered) {
    return;
  }
  const pixels = pen.getImageData(covered.left, covered.top, covered.width, covered.height);
  const block = Math.max(1, Math.round(blockSize(area) * scale));
  const blocks = reduceToBlocks(
    { data: new Uint8ClampedArray(pixels.data), width: pixels.width, height: pixels.height },
    block,
  );
  const small = new OffscreenCanvas(blocks.width, blocks.height);
  small.getContext('2d')?.putImageData(new ImageData(blocks.data, blocks.width, blocks.height), 0, 0);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  const smoothing = pen.imageSmoothingEnabled;
  pen.imageSmoothingEnabled = true;
  pen.clearRect(covered.left, covered.top, covered.width, covered.height);
  pen.drawImage(
    small,
    0,
    0,
    covered.width / block,
    covered.height / block,
    covered.left,
    covered.top,
    covered.width,
    covered.height,
  );
  pen.imageSmoothingEnabled = smoothing;
}
