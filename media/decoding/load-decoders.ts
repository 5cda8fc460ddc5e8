import type { Decoders } from './page-decoder';

/** Where this page's script is; known only while the script runs for the first time. */
const pageScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : undefined;

/** Loads the script beside the page's own: as an import of that script it may run by the same nonce. */
export async function loadDecoders(): Promise<Decoders> {
  if (pageScript === undefined) {
    throw new Error('the page does not know where its scripts are');
  }
  const url = new URL('decoding.js', pageScript).href;
  // The build of this same version wrote it.
  return (await import(url)) as Decoders;
}
