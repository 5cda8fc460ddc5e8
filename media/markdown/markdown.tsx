import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MarkdownView } from './markdown-view';

interface MarkdownProps {
  readonly text: string;
  /** Whether no more text is expected. */
  readonly finished: boolean;
}

/** Markdown as DOM. Preact only places the outer element: what is inside belongs to `MarkdownView`. */
export function Markdown({ text, finished }: MarkdownProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const view = useRef<MarkdownView>(null);
  useLayoutEffect(() => {
    if (root.current) {
      view.current ??= new MarkdownView(root.current);
      view.current.update(text, finished);
    }
  }, [text, finished]);
  return <div class={finished ? 'markdown' : 'markdown markdown-growing'} ref={root} />;
}
