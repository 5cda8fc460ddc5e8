import '../configure-language';
import { render } from 'preact';
import { Editor, type EditorProps } from './editor';

export { renderEdit } from './render-edit';

/**
 * Shows the editor in an element of the page.
 *
 * @returns takes it away again
 */
export function mountPictureEditor(place: HTMLElement, props: EditorProps): () => void {
  render(<Editor {...props} />, place);
  return () => render(null, place);
}
