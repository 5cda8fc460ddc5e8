import type { JSX } from 'preact';
import { toEdited, type Mark, type PictureEdit } from '../../../src/shared/attachment/picture-edit';
import type { Region, Size } from '../../../src/shared/region';
import type { Sides } from '../../region/geometry';

interface MarkTargetProps {
  readonly mark: Mark;
  readonly label: string;
  readonly box: Region;
  readonly edit: PictureEdit;
  readonly picture: Size;
  readonly selected: boolean;
  readonly onFocus: () => void;
}

const sides: readonly Sides[] = ([-1, 0, 1] as const)
  .flatMap((y) => ([-1, 0, 1] as const).map((x) => ({ x, y })))
  .filter(({ x, y }) => x !== 0 || y !== 0);

/** Where a mark can be taken hold of, by the pointer and by the keyboard. What it looks like is drawn below. */
export function MarkTarget(props: MarkTargetProps): JSX.Element {
  const { mark, label, box, edit, picture, selected, onFocus } = props;
  return (
    <>
      <button
        type="button"
        class="mark-target"
        aria-label={label}
        aria-pressed={selected}
        data-grip="region"
        style={{
          left: percent(box.left, picture.width),
          top: percent(box.top, picture.height),
          width: percent(box.width, picture.width),
          height: percent(box.height, picture.height),
        }}
        onFocus={onFocus}
      />
      {selected && mark.type === 'arrow'
        ? (['from', 'to'] as const).map((end) => {
            const { x, y } = toEdited(mark[end], edit);
            return (
              <span
                key={end}
                class="mark-handle"
                data-end={end}
                style={{ left: percent(x, picture.width), top: percent(y, picture.height) }}
              />
            );
          })
        : selected && <Handles box={box} picture={picture} corners={mark.type === 'text' || mark.type === 'number'} />}
    </>
  );
}

/** Where the sides of a box can be taken hold of. */
export function Handles(props: {
  readonly box: Region;
  readonly picture: Size;
  readonly corners: boolean;
}): JSX.Element {
  const { box, picture, corners } = props;
  return (
    <>
      {sides
        .filter(({ x, y }) => !corners || (x !== 0 && y !== 0))
        .map(({ x, y }) => (
          <span
            key={`${x} ${y}`}
            class="mark-handle"
            data-x={x}
            data-y={y}
            style={{
              left: percent(box.left + (box.width * (x + 1)) / 2, picture.width),
              top: percent(box.top + (box.height * (y + 1)) / 2, picture.height),
            }}
          />
        ))}
    </>
  );
}

function percent(value: number, whole: number): string {
  return `${(100 * value) / whole}%`;
}
