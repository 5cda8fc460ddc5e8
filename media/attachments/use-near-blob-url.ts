import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services';
import { watchNearness } from './watch-nearness';

/** The `blob:` URL of a picture while its element is near what is visible; it is let go when it is not any more. */
export function useNearBlobUrl(sha256: string, element: RefObject<HTMLElement | null>): string | undefined {
  const { blobs } = useServices();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let stopUsing: (() => void) | undefined;
    const leave = (): void => {
      stopUsing?.();
      stopUsing = undefined;
    };
    const stopWatching =
      element.current &&
      watchNearness(element.current, (isNear) => {
        leave();
        if (isNear) {
          stopUsing = blobs.use(sha256, setUrl);
        } else {
          setUrl(undefined);
        }
      });
    return () => {
      stopWatching?.();
      leave();
    };
  }, [blobs, sha256]);
  return url;
}
