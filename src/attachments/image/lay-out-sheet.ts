import type { Size } from '../../media-process/media-service';
import { scaleBy, type PictureFit } from './picture-fit';

/** Frames that a sheet shows at most: more would be too small to see what changes. */
const MAX_FRAMES = 9;

/** Frames that stand for all, from the first to the last: evenly in time, or evenly by number without times. */
export function sheetFrames(count: number, times?: readonly number[]): readonly number[] {
  const wanted = Math.min(count, MAX_FRAMES);
  const end = times?.at(-1) ?? 0;
  const frames = Array.from({ length: wanted }, (_, index) => {
    const share = wanted === 1 ? 0 : index / (wanted - 1);
    return times && end > 0
      ? Math.max(
          0,
          times.findLastIndex((time) => time <= share * end),
        )
      : Math.round(share * (count - 1));
  });
  return [...new Set(frames)];
}

/** Pixels between frames, so that it shows where one ends. */
const GAP = 8;

export interface SheetLayout extends Size {
  readonly columns: number;
  readonly gap: number;
}

/** How frames of a size lie on one picture so that each is as large as it can be when the whole fits; never enlarged. */
export function layOutSheet(count: number, frame: Size, fit: PictureFit): SheetLayout {
  const layouts = Array.from({ length: count }, (_, index) => layOut(count, index + 1, { frame, fit }));
  // Of those that show as much, the most square one.
  const [best] = layouts.toSorted((a, b) => b.factor - a.factor || a.longSide - b.longSide);
  const { columns = 1, factor = 1 } = best ?? {};
  return { ...scaleBy(frame, factor), columns, gap: GAP };
}

function layOut(count: number, columns: number, { frame, fit }: { readonly frame: Size; readonly fit: PictureFit }) {
  const rows = Math.ceil(count / columns);
  const across = GAP * (columns - 1);
  const down = GAP * (rows - 1);
  const whole = { width: columns * frame.width + across, height: rows * frame.height + down };
  const fitted = fit(whole);
  const factor = Math.min(
    1,
    (fitted.width - across) / (columns * frame.width),
    (fitted.height - down) / (rows * frame.height),
  );
  return { columns, factor: Math.max(0, factor), longSide: Math.max(whole.width, whole.height) };
}
