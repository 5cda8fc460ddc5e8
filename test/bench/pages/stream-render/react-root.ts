import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Contender } from './contender';

/** A contender that is a React component of the whole text. */
export function reactContender(root: HTMLElement, element: (text: string) => ReactNode): Contender {
  const reactRoot = createRoot(root);
  const update = (text: string): void => flushSync(() => reactRoot.render(element(text)));
  return { update, finish: update };
}
