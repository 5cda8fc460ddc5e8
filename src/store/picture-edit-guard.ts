import {
  markColors,
  rotations,
  type Mark,
  type MarkType,
  type PictureEdit,
  type Rotation,
} from '../shared/attachment/picture-edit';
import { MAX_EDIT_MARKS, MAX_MARK_TEXT_LENGTH, MAX_PEN_POINTS } from '../shared/limits';
import type { Point, Region, Size } from '../shared/region';
import { isString, literal, optional, shape, tagged, type Guard } from './guard';

/** Beyond it there is no picture; marks may stick out of theirs. */
const farthest = 1_000_000;

const isCoordinate: Guard<number> = (value): value is number =>
  typeof value === 'number' && Math.abs(value) <= farthest;
const isLength: Guard<number> = (value): value is number => isCoordinate(value) && value > 0;
const isSize = shape<Size>({ width: isLength, height: isLength });
const isPoint = shape<Point>({ x: isCoordinate, y: isCoordinate });
const isRegion = shape<Region>({ left: isCoordinate, top: isCoordinate, width: isLength, height: isLength });
const isColor = literal(...markColors);
const isRotation: Guard<Rotation> = (value): value is Rotation => rotations.some((rotation) => rotation === value);
const isMarkText: Guard<string> = (value): value is string => isString(value) && value.length <= MAX_MARK_TEXT_LENGTH;

function listOf<T>(guard: Guard<T>, longest: number): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= longest && value.every(guard);
}

type MarkOf<T extends MarkType> = Extract<Mark, { readonly type: T }>;

const isMark = tagged<Mark>('type', {
  arrow: shape<MarkOf<'arrow'>>({
    type: literal('arrow'),
    from: isPoint,
    to: isPoint,
    color: isColor,
    thickness: isLength,
  }),
  box: shape<MarkOf<'box'>>({ type: literal('box'), area: isRegion, color: isColor, thickness: isLength }),
  pen: shape<MarkOf<'pen'>>({
    type: literal('pen'),
    points: listOf(isPoint, MAX_PEN_POINTS),
    color: isColor,
    thickness: isLength,
  }),
  text: shape<MarkOf<'text'>>({
    type: literal('text'),
    at: isPoint,
    text: isMarkText,
    color: isColor,
    size: isLength,
  }),
  number: shape<MarkOf<'number'>>({
    type: literal('number'),
    at: isPoint,
    number: isLength,
    color: isColor,
    size: isLength,
  }),
  highlight: shape<MarkOf<'highlight'>>({ type: literal('highlight'), area: isRegion, color: isColor }),
  blur: shape<MarkOf<'blur'>>({ type: literal('blur'), area: isRegion }),
  redaction: shape<MarkOf<'redaction'>>({ type: literal('redaction'), area: isRegion }),
});

const isShaped = shape<PictureEdit>({
  base: isSize,
  rotation: isRotation,
  crop: optional(isRegion),
  marks: listOf(isMark, MAX_EDIT_MARKS),
});

/** Whether something is what the person can make of a picture: what is kept of it lies in it. */
export const isPictureEdit: Guard<PictureEdit> = (value): value is PictureEdit =>
  isShaped(value) && (!value.crop || isInside(value.crop, value.base));

function isInside({ left, top, width, height }: Region, base: Size): boolean {
  return left >= 0 && top >= 0 && left + width <= base.width && top + height <= base.height;
}
