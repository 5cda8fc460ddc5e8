import { loadScript } from '../page-files';
import type { mountPictureEditor } from './main';
import type { renderEdit } from './render-edit';

/** What the editor's own script gives to the page. */
export interface PictureEditor {
  readonly mountPictureEditor: typeof mountPictureEditor;
  readonly renderEdit: typeof renderEdit;
}

export async function loadPictureEditor(): Promise<PictureEditor> {
  // The build of this same version wrote it.
  return (await loadScript('picture-editor.js')) as PictureEditor;
}
