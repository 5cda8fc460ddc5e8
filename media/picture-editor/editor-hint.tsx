import type { JSX } from 'preact';
import { textHint, toolHint } from './names';
import { tools } from './tools';

/**
 * What to do with the chosen tool. All hints lie over each other and one is seen: whichever that is, they take as much room, so
 * that the picture stays where it is.
 */
export function EditorHint({ hint }: { readonly hint: string }): JSX.Element {
  return (
    <p class="editor-hint" id="editor-hint">
      {[...new Set([...tools.map(toolHint), textHint()])].map((each) => (
        <span key={each} data-kept-place={each !== hint || undefined}>
          {each}
        </span>
      ))}
    </p>
  );
}
