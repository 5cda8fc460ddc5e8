import { useEffect, useState } from 'preact/hooks';

/** Pixels that the column of messages has at most, and what stands on both sides of it in a narrow panel. */
const widest = 832;
const gutters = 28;

/** Pixels; a panel that is dragged wider changes its guesses in steps. */
const step = 20;

/** About how wide messages are, in pixels. */
export function useColumnWidth(): number {
  const [width, setWidth] = useState(columnWidth);
  useEffect(() => {
    const onResize = (): void => setWidth(columnWidth());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return width;
}

function columnWidth(): number {
  // A panel that is hidden may have no width at all.
  return Math.max(step, Math.min(widest, Math.round((window.innerWidth - gutters) / step) * step));
}
