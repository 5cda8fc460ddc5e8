import type { ComponentChildren, JSX } from 'preact';

/**
 * A sentence with an element in it, wherever its language wants that.
 *
 * @param sentence with `{0}` where the element belongs
 */
export function withElement(sentence: string, element: ComponentChildren): JSX.Element {
  const [before, after] = sentence.split('{0}', 2);
  return (
    <>
      {before}
      {element}
      {after}
    </>
  );
}
