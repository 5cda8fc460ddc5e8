import type { ImagePlan } from '../media-service';
import { scale, type Size } from '../target-size';

/** At 200 dots per inch the smallest print is sharp; a drawing of letters has no size of its own. */
const pixelsPerPoint = 200 / 72;

/** The size at which a page of so many points is drawn: told before anything is drawn, whatever the page claims. */
export function drawnSize(
  points: Size,
  { maxLongSide, maxShortSide }: Pick<ImagePlan, 'maxLongSide' | 'maxShortSide'>,
): Size {
  const long = Math.max(points.width, points.height);
  const short = Math.min(points.width, points.height);
  return scale(points, Math.min(pixelsPerPoint, maxLongSide / long, maxShortSide / short));
}
