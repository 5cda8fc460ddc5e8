import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { editedSize, type Mark, type PictureEdit } from '../../src/shared/attachment/picture-edit';
import type { Point } from '../../src/shared/region';
import { regionWhileDragging, type Grip } from '../region/pointer';
import { cropOf, cropRegion, draggedMark, uncropped, type Drag } from './dragging';
import { drawEdit } from './drawing/draw-edit';
import { layOutText } from './drawing/text-block';
import type { EditorAction, EditorState } from './editor-state';
import { boxOf } from './marks/mark-box';
import { Handles, MarkTarget } from './marks/mark-target';
import { isWorthKeeping } from './marks/new-mark';
import { markName } from './names';
import { drawsMarks } from './tools';
import { CropFrame } from './crop-frame';

interface SurfaceProps {
  readonly image: CanvasImageSource;
  readonly name: string;
  readonly state: EditorState;
  /** Pixels of the page for one of the picture. */
  readonly scale: number;
  readonly picture: RefObject<HTMLDivElement | null>;
  readonly act: (action: EditorAction) => void;
}

/** Pixels that are drawn at most while the picture is edited; what is saved is always drawn in all its pixels. */
const mostPixels = 12_000_000;
/** Pixels of the page that a pointer has to move before it draws. */
const leastDrag = 4;

/** The picture as it will be, and what can be taken hold of on it. */
export function Surface({ image, name, state, scale, picture, act }: SurfaceProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const [at, setAt] = useState<Point>();
  const { tool, style, selected } = state;
  const isCropping = tool === 'crop';
  const edit = isCropping ? uncropped(state.edit) : state.edit;
  const size = editedSize(edit);
  const shown = drag && drag.type !== 'crop' && at ? withDragged(edit, drag, at) : edit;
  const crop = drag?.type === 'crop' && at ? cropWhileDragging(drag, at, edit) : cropRegion(state.edit);
  const drawn = Math.min(1, scale * window.devicePixelRatio, Math.sqrt(mostPixels / (size.width * size.height)));
  useLayoutEffect(() => {
    const { current } = canvas;
    const pen = current?.getContext('2d', { willReadFrequently: true });
    if (!current || !pen) {
      return;
    }
    current.width = Math.max(1, Math.round(size.width * drawn));
    current.height = Math.max(1, Math.round(size.height * drawn));
    drawEdit(pen, image, shown, drawn);
  }, [image, JSON.stringify(shown), drawn]);

  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = picture.current?.getBoundingClientRect() ?? new DOMRect();
    return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) {
      return;
    }
    const started = dragAt(event.target, pointAt(event));
    if (started) {
      event.preventDefault();
      picture.current?.setPointerCapture(event.pointerId);
      setDrag(started);
      setAt(undefined);
      // What draws a mark selects it afterwards.
      (event.target instanceof HTMLElement ? event.target.closest('button') : null)?.focus();
    } else {
      act({ type: 'markSelected' });
      picture.current?.focus();
    }
  };
  const dragAt = (target: EventTarget | null, from: Point): Drag | undefined => {
    const { grip, end } = holdAt(target);
    if (isCropping) {
      // All of the picture can't be moved: a drag over it draws what is kept.
      const held = grip === 'region' && !state.edit.crop ? 'picture' : (grip ?? 'picture');
      return { type: 'crop', grip: held, from, region: cropRegion(state.edit) };
    }
    const index = indexAt(target) ?? selected;
    const mark = index === undefined ? undefined : edit.marks[index];
    if (index !== undefined && mark && (grip ?? end)) {
      return end ? { type: 'end', index, mark, end } : { type: 'change', index, mark, grip: grip ?? 'region', from };
    }
    return drawsMarks(tool) ? { type: 'draw', tool, style, path: [from] } : undefined;
  };
  const follow = (event: PointerEvent): void => {
    if (!drag) {
      return;
    }
    const to = pointAt(event);
    // Of a line by hand each place counts, of all else where it began and where it is.
    setDrag(drag.type === 'draw' && drag.tool === 'pen' ? { ...drag, path: [...drag.path, to] } : drag);
    setAt(to);
  };
  const end = (): void => {
    setDrag(undefined);
    setAt(undefined);
    if (drag?.type === 'crop') {
      const region = at && cropOf(cropWhileDragging(drag, at, edit), edit);
      if (at) {
        act({ type: 'cropped', ...(region && { crop: region }) });
      }
    } else if (drag?.type === 'draw') {
      const mark = draggedMark(drag, { to: at ?? drag.path[0] ?? { x: 0, y: 0 }, edit, measure: layOutText });
      if (isWorthKeeping(mark, leastDrag / scale)) {
        act({ type: 'markAdded', mark });
      } else {
        act({ type: 'markSelected' });
      }
    } else if (drag && at) {
      act({ type: 'markChanged', index: drag.index, mark: draggedMark(drag, { to: at, edit, measure: layOutText }) });
    }
  };

  return (
    <div
      class="editor-picture"
      ref={picture}
      role="application"
      aria-label={t('Picture {0}', name)}
      aria-describedby="editor-hint"
      tabIndex={0}
      data-tool={tool}
      style={{ width: `${size.width * scale}px`, height: `${size.height * scale}px` }}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <canvas ref={canvas} />
      {isCropping ? (
        <CropFrame region={crop} picture={size}>
          <Handles box={crop} picture={size} corners={false} />
        </CropFrame>
      ) : (
        shown.marks
          .slice(0, edit.marks.length)
          .map((mark, index) => (
            <MarkTarget
              key={index}
              mark={mark}
              label={markName(mark, index, edit.marks.length)}
              box={boxOf(mark, shown, layOutText)}
              edit={shown}
              picture={size}
              selected={index === selected}
              onFocus={() => act({ type: 'markSelected', index })}
            />
          ))
      )}
    </div>
  );
}

function withDragged(edit: PictureEdit, drag: Exclude<Drag, { readonly type: 'crop' }>, to: Point): PictureEdit {
  const mark: Mark = draggedMark(drag, { to, edit, measure: layOutText });
  return drag.type === 'draw'
    ? { ...edit, marks: [...edit.marks, mark] }
    : { ...edit, marks: edit.marks.map((old, index) => (index === drag.index ? mark : old)) };
}

function cropWhileDragging(drag: Extract<Drag, { readonly type: 'crop' }>, to: Point, edit: PictureEdit) {
  return regionWhileDragging({ grip: drag.grip, from: drag.from, region: drag.region, picture: editedSize(edit) }, to);
}

/** What of a mark, or of the crop, the pointer is on. */
function holdAt(target: EventTarget | null): { readonly grip?: Grip; readonly end?: 'from' | 'to' } {
  const { x, y, end, grip } = target instanceof HTMLElement ? target.dataset : {};
  if (end === 'from' || end === 'to') {
    return { end };
  }
  if (grip === 'region') {
    return { grip };
  }
  const [sideX, sideY] = [side(x), side(y)];
  return sideX !== undefined && sideY !== undefined ? { grip: { x: sideX, y: sideY } } : {};
}

function side(text: string | undefined): -1 | 0 | 1 | undefined {
  return text === '-1' ? -1 : text === '0' ? 0 : text === '1' ? 1 : undefined;
}

/** Which mark the pointer is on; handles are of the selected one. */
function indexAt(target: EventTarget | null): number | undefined {
  const button = target instanceof HTMLElement ? target.closest('.mark-target') : null;
  const all = [...(button?.parentElement?.querySelectorAll('.mark-target') ?? [])];
  return button ? all.indexOf(button) : undefined;
}
