import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../src/shared/conversation';
import { estimateHeight } from './estimate-height';

/** How far from what is visible messages get boxes of their own, in heights of the view: before they are rendered. */
const margin = '300%';

interface FarStretchProps {
  readonly messages: readonly Message[];
  /** Of the column of messages, in pixels. */
  readonly width: number;
  readonly onNear: () => void;
}

/** The empty box of messages that are far. It is as high as their boxes will be, so that nothing moves when these come. */
export function FarStretch({ messages, width, onNear }: FarStretchProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  latest.current = onNear;
  useEffect(() => {
    if (!box.current) {
      return;
    }
    if (box.current.closest('.vscode-using-screen-reader')) {
      // Who reads without looking goes through a chat without scrolling it.
      latest.current();
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          latest.current();
        }
      },
      { root: box.current.closest('.transcript'), rootMargin: `${margin} 0px` },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const heights = messages.reduce((sum, message) => sum + estimateHeight(message, width), 0);
  const height = `calc(${heights}px + ${messages.length - 1} * var(--message-gap))`;
  return <div class="message-box" style={{ height }} ref={box} />;
}
