import { loadScript } from '../page-files';

export async function loadHighlighter(): Promise<Worker> {
  // The build of this same version wrote it.
  const { startHighlighter } = (await loadScript('highlight.js')) as { readonly startHighlighter: () => Worker };
  return startHighlighter();
}
