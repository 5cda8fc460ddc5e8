import { loadScript } from '../page-files';
import type { Decoders } from './page-decoder';

export async function loadDecoders(): Promise<Decoders> {
  // The build of this same version wrote it.
  return (await loadScript('decoding.js')) as Decoders;
}
