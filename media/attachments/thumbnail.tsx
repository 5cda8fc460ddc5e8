import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImageReference } from '../../src/shared/blob';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

/** A small picture without a name of its own: what it belongs to is named. Asked for when it comes into view. */
export function Thumbnail({ image }: { readonly image: ImageReference }): JSX.Element {
  const { blobs } = useServices();
  const box = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let stopUsing: (() => void) | undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        stopUsing = blobs.use(image.sha256, setUrl);
      }
    });
    if (box.current) {
      observer.observe(box.current);
    }
    return () => {
      observer.disconnect();
      stopUsing?.();
    };
  }, [blobs, image.sha256]);
  return (
    <span class="thumbnail" ref={box}>
      {url === undefined ? <Icon name="picture" /> : <img src={url} alt="" draggable={false} />}
    </span>
  );
}
