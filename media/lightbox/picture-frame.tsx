import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Point, Region } from '../../src/shared/region';
import { regionAfterKey } from '../region/keyboard';
import { regionWhileDragging } from '../region/pointer';
import type { Grip } from '../region/pointer';
import { gripAt } from './corners';
import { commandOfKey } from './keyboard';
import type { ViewControl } from './use-view';
import { toPicture } from './view';
import type { LoadedPicture } from './viewed-picture';

interface PictureFrameProps {
  readonly name: string;
  readonly picture: LoadedPicture;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly control: ViewControl;
  /** Whether a region is chosen instead of moving the picture. */
  readonly choosing: boolean;
  readonly region: Region | undefined;
  readonly onRegion: (region: Region) => void;
  /** The region is the one that is meant. */
  readonly onRegionConfirmed: () => void;
}

type Drag =
  | { readonly type: 'move'; readonly last: Point }
  | { readonly type: 'region'; readonly grip: Grip; readonly from: Point; readonly region: Region | undefined };

/** Pixels of the screen from an edge of the region that still take hold of it. */
const edgeReach = 8;

/** The picture as far as it is seen; moved, enlarged and marked by pointer and keyboard. */
export function PictureFrame(props: PictureFrameProps): JSX.Element {
  const { name, picture, frame, control, choosing, region, onRegion } = props;
  const { view } = control;
  const hint = useId();
  const drag = useRef<Drag>(null);

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) {
      return;
    }
    frame.current?.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    if (choosing) {
      const from = toPicture(view, at);
      drag.current = { type: 'region', grip: gripAt(from, region, edgeReach / view.scale), from, region };
    } else {
      drag.current = { type: 'move', last: at };
    }
  };
  const onPointerMove = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (drag.current?.type === 'move') {
      const { last } = drag.current;
      drag.current = { type: 'move', last: at };
      control.moveBy({ x: at.x - last.x, y: at.y - last.y });
    } else if (drag.current) {
      onRegion(regionWhileDragging({ ...drag.current, picture }, toPicture(view, at)));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (choosing) {
      const next = regionAfterKey(event, region, picture);
      if (next) {
        event.preventDefault();
        onRegion(next);
        return;
      }
      if (event.key === 'Enter' && region) {
        event.preventDefault();
        props.onRegionConfirmed();
        return;
      }
    }
    const command = commandOfKey(event);
    if (command && (command.type !== 'move' || control.canMove)) {
      event.preventDefault();
      run(control, command);
    }
  };

  return (
    <div
      class="lightbox-frame"
      ref={frame}
      role="application"
      tabIndex={0}
      aria-label={name}
      aria-describedby={hint}
      data-choosing={choosing || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDblClick={(event) =>
        !choosing &&
        (control.isWhole ? control.zoomTo(Math.max(1, view.scale * 2), pointOf(event)) : control.showWhole())
      }
      onWheel={(event) => {
        event.preventDefault();
        control.zoomTo(view.scale * Math.exp(-wheelPixels(event) / 400), pointOf(event));
      }}
    >
      <span id={hint} class="visually-hidden">
        {choosing
          ? t(
              'Arrow keys move the region, with Shift they resize it, with Control in longer steps. Enter asks about it.',
            )
          : t('Plus and minus zoom, 0 shows all of it, 1 shows its pixels, arrow keys move it.')}
      </span>
      <img
        class={view.scale >= 3 ? 'lightbox-picture lightbox-pixels' : 'lightbox-picture'}
        src={picture.url}
        alt=""
        draggable={false}
        width={picture.width}
        height={picture.height}
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      />
      {choosing && region && (
        <div
          class="lightbox-region"
          style={{
            left: `${view.x + region.left * view.scale}px`,
            top: `${view.y + region.top * view.scale}px`,
            width: `${region.width * view.scale}px`,
            height: `${region.height * view.scale}px`,
          }}
        />
      )}
    </div>
  );
}

function run(control: ViewControl, command: NonNullable<ReturnType<typeof commandOfKey>>): void {
  switch (command.type) {
    case 'zoom':
      return control.zoomTo(control.view.scale * command.factor);
    case 'pixels':
      return control.zoomTo(1);
    case 'whole':
      return control.showWhole();
    case 'move':
      return control.moveBy(command.by);
  }
}

/** Pixels of a wheel's turn; some mice tell lines. A pinch is told as a turn with Control, of few pixels. */
function wheelPixels({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY * 33 : deltaY;
  return ctrlKey ? pixels * 4 : pixels;
}
