import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services';

/** The `blob:` URL of bytes that the host has, asked for when the element comes into view; nothing until they came. */
export function useBlobUrl(sha256: string, element: RefObject<HTMLElement | null>): string | undefined {
  const { blobs } = useServices();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let stopUsing: (() => void) | undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        stopUsing = blobs.use(sha256, setUrl);
      }
    });
    if (element.current) {
      observer.observe(element.current);
    }
    return () => {
      observer.disconnect();
      stopUsing?.();
    };
  }, [blobs, sha256]);
  return url;
}
