import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ImageReference } from '../../src/shared/blob';
import { Icon } from '../icons/icon';
import { useBlobUrl } from './use-blob-url';

/** A small picture without a name of its own: what it belongs to is named. Asked for when it comes into view. */
export function Thumbnail({ image }: { readonly image: ImageReference }): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  const url = useBlobUrl(image.sha256, box);
  return (
    <span class="thumbnail" ref={box}>
      {url === undefined ? <Icon name="picture" /> : <img src={url} alt="" draggable={false} />}
    </span>
  );
}
