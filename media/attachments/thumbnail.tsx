import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ImageReference } from '../../src/shared/blob';
import { Icon } from '../icons/icon';
import { useNearBlobUrl } from './use-near-blob-url';

/** A small picture without a name of its own: what it belongs to is named. There while it is near what is visible. */
export function Thumbnail({ image }: { readonly image: ImageReference }): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  const url = useNearBlobUrl(image.sha256, box);
  return (
    <span class="thumbnail" ref={box}>
      {url === undefined ? <Icon name="picture" /> : <img src={url} alt="" decoding="async" draggable={false} />}
    </span>
  );
}
