import { useEffect, useState } from 'preact/hooks';
import type { PictureComparison } from '../../src/shared/picture-comparison';
import type { LoadedPicture } from '../lightbox/viewed-picture';
import { useServices } from '../services';
import type { ComparedPair } from './comparisons';

export type ComparisonState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly comparison: PictureComparison; readonly difference: LoadedPicture }
  /** As a sentence. */
  | { readonly status: 'failed'; readonly reason: string };

const loading: ComparisonState = { status: 'loading' };

/** How two pictures differ, found by the host while they are shown. */
export function useComparison({ first, second }: ComparedPair): ComparisonState {
  const { comparisons, blobs } = useServices();
  const [state, setState] = useState(loading);
  useEffect(() => {
    let stopUsing: (() => void) | undefined;
    setState(loading);
    const stopAsking = comparisons.use({ first, second }, (found) => {
      if (found.status === 'failed') {
        setState(found);
        return;
      }
      const { comparison } = found;
      const { sha256, width, height } = comparison.difference;
      stopUsing?.();
      stopUsing = blobs.use(sha256, (url, bytes) =>
        setState({ status: 'loaded', comparison, difference: { url, bytes, width, height } }),
      );
    });
    return () => {
      stopAsking();
      stopUsing?.();
    };
  }, [comparisons, blobs, first, second]);
  return state;
}
