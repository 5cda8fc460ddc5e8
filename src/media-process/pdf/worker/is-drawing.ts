/** A step of a path to a point. A curve is three of them. */
export interface PathSegment {
  readonly type: 'line' | 'curve' | 'move';
  readonly x: number;
  readonly y: number;
}

/** Units by which a line may miss being level or upright. */
const tolerance = 0.5;

/** A rounded corner is one curve or two. */
const cornerCurves = 8;

/** Units that a bar of a chart is wide at least; thinner ones are rules. */
const barWidth = 4;

/**
 * Whether a path is a part of a drawing rather than of the page's design: it has slanted lines or curves, or is a bar that
 * stands. Rules, frames of tables and boxes behind text, rounded ones too, consist of level and upright lines.
 */
export function isDrawing(segments: readonly PathSegment[]): boolean {
  let straight = 0;
  let curves = 0;
  let previous: PathSegment | undefined;
  for (const segment of segments) {
    if (segment.type === 'curve') {
      curves++;
    } else if (segment.type === 'line' && previous) {
      const dx = Math.abs(segment.x - previous.x);
      const dy = Math.abs(segment.y - previous.y);
      if (dx > tolerance && dy > tolerance) {
        return true;
      }
      straight++;
    }
    previous = segment;
  }
  const isRoundedBox = straight >= 2 && curves <= 3 * cornerCurves;
  return (curves > 0 && !isRoundedBox) || (curves === 0 && isBar(segments));
}

function isBar(segments: readonly PathSegment[]): boolean {
  const xs = segments.map(({ x }) => x);
  const ys = segments.map(({ y }) => y);
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  return segments.length >= 4 && segments.length <= 6 && width >= barWidth && height > 1.5 * width;
}
