/** Where this page's script is; known only while the script runs for the first time. */
const pageScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : undefined;

/** Loads a script beside the page's own: as an import of that script it may run by the same nonce. */
export async function loadScript(name: string): Promise<unknown> {
  return await import(addressOf(name));
}

/** Adds a style sheet beside the page's script to the page. */
export async function loadStyles(name: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = addressOf(name);
  const loaded = Promise.withResolvers<void>();
  link.addEventListener('load', () => loaded.resolve());
  link.addEventListener('error', () => loaded.reject(new Error(`the page could not load ${name}`)));
  document.head.append(link);
  await loaded.promise;
}

function addressOf(name: string): string {
  if (pageScript === undefined) {
    throw new Error('the page does not know where its scripts are');
  }
  return new URL(name, pageScript).href;
}
