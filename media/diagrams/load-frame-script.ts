import { loadScript } from '../page-files';

/** The script that draws diagrams, as text. */
export async function loadFrameScript(): Promise<string> {
  // The build of this same version wrote it.
  return ((await loadScript('diagrams.js')) as { readonly frameScript: string }).frameScript;
}
