import { useEffect, useState } from 'preact/hooks';
import type { ImageReference } from '../../src/shared/blob';
import { useServices } from '../services';
import type { LoadedPicture, ViewedPicture } from './viewed-picture';

export type PictureState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly picture: LoadedPicture }
  /** As a sentence. */
  | { readonly status: 'missing'; readonly reason: string };

const loading: PictureState = { status: 'loading' };

/** A picture in all its pixels, asked for from the host while it is shown. */
export function usePicture(viewed: ViewedPicture): PictureState {
  const { pictures, blobs } = useServices();
  const key = JSON.stringify(viewed);
  const [known, setKnown] = useState({ key, state: loading });
  useEffect(() => {
    const setState = (state: PictureState): void => setKnown({ key, state });
    if (viewed.from === 'page') {
      setState({ status: 'loaded', picture: viewed.picture });
      return;
    }
    let stopUsing: (() => void) | undefined;
    setState(loading);
    const load = ({ sha256, width, height }: ImageReference): void => {
      stopUsing?.();
      stopUsing = blobs.use(sha256, (url, bytes) =>
        setState({ status: 'loaded', picture: { url, bytes, width, height } }),
      );
    };
    if (viewed.from === 'store') {
      load(viewed.picture);
      return () => stopUsing?.();
    }
    const { id, part } = viewed;
    const stopAsking = pictures.use({ id, ...(part !== undefined && { part }) }, (found) => {
      if (found.status === 'missing') {
        setState(found);
      } else {
        load(found.picture);
      }
    });
    return () => {
      stopAsking();
      stopUsing?.();
    };
  }, [pictures, blobs, key]);
  return known.key === key ? known.state : loading;
}
