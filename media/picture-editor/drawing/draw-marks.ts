import { toEdited, type Mark, type MarkType, type PictureEdit } from '../../../src/shared/attachment/picture-edit';
import type { Point } from '../../../src/shared/region';
import { colorValues, contrastOf } from './colors';
import { fontOf, layOutText } from './text-block';

export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
type MarkOf<T extends MarkType> = Extract<Mark, { readonly type: T }>;

/** What is drawn as lines, in pixels of the base. */
export function drawLines(pen: Pen, mark: Mark): void {
  if (mark.type === 'arrow') {
    drawArrow(pen, mark);
  } else if (mark.type === 'pen') {
    drawPath(pen, mark);
  } else if (mark.type === 'box') {
    const { left, top, width, height } = mark.area;
    beginLine(pen, mark);
    pen.strokeRect(left, top, width, height);
  }
}

/** What is upright, in pixels of the edited picture. */
export function drawUpright(pen: Pen, mark: Mark, edit: PictureEdit): void {
  if (mark.type === 'text') {
    drawText(pen, mark, toEdited(mark.at, edit));
  } else if (mark.type === 'number') {
    drawNumber(pen, mark, toEdited(mark.at, edit));
  }
}

function beginLine(pen: Pen, { color, thickness }: MarkOf<'arrow' | 'box' | 'pen'>): void {
  pen.strokeStyle = colorValues[color];
  pen.fillStyle = colorValues[color];
  pen.lineWidth = thickness;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
}

/** Of the line's thickness. */
const headLength = 4.5;
const headWidth = 4;

function drawArrow(pen: Pen, mark: MarkOf<'arrow'>): void {
  const { from, to, thickness } = mark;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const head = Math.min(headLength * thickness, length);
  const neck = { x: to.x - Math.cos(angle) * head, y: to.y - Math.sin(angle) * head };
  const half = (head / headLength) * (headWidth / 2);
  const side = { x: -Math.sin(angle) * half, y: Math.cos(angle) * half };
  beginLine(pen, mark);
  pen.moveTo(from.x, from.y);
  pen.lineTo(neck.x, neck.y);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(to.x, to.y);
  pen.lineTo(neck.x + side.x, neck.y + side.y);
  pen.lineTo(neck.x - side.x, neck.y - side.y);
  pen.closePath();
  pen.fill();
}

function drawPath(pen: Pen, mark: MarkOf<'pen'>): void {
  const [first, ...rest] = mark.points;
  if (!first) {
    return;
  }
  beginLine(pen, mark);
  pen.moveTo(first.x, first.y);
  // A line to where it begins draws a dot.
  (rest.length > 0 ? rest : [first]).forEach(({ x, y }) => pen.lineTo(x, y));
  pen.stroke();
}

function drawText(pen: Pen, { text, color, size }: MarkOf<'text'>, middle: Point): void {
  const { lines, width, height } = layOutText(text, size);
  pen.font = fontOf(size);
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = size / 8;
  pen.strokeStyle = contrastOf(color);
  pen.fillStyle = colorValues[color];
  lines.forEach((line, index) => {
    const x = middle.x - width / 2;
    const y = middle.y - height / 2 + (index + 0.5) * size;
    pen.strokeText(line, x, y);
    pen.fillText(line, x, y);
  });
}

function drawNumber(pen: Pen, { number, color, size }: MarkOf<'number'>, middle: Point): void {
  pen.fillStyle = colorValues[color];
  pen.strokeStyle = contrastOf(color);
  pen.lineWidth = size / 14;
  pen.beginPath();
  pen.arc(middle.x, middle.y, (size - pen.lineWidth) / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.font = fontOf(size * (number < 10 ? 0.8 : 0.62));
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = contrastOf(color);
  pen.fillText(String(number), middle.x, middle.y + size * 0.03);
}
