import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TextGrowth } from '../../src/shared/text-growth';
import { MarkdownView, type Decorate } from './markdown-view';
import { pageEnrichment } from './page-enrichment';

interface MarkdownProps {
  readonly text: string;
  /** How the text came to be, where that is known: spares reading all of it. */
  readonly growth?: TextGrowth | undefined;
  /** Whether no more text is expected. */
  readonly finished: boolean;
  /** Changes a block before it is shown; what it makes of a block depends on that block alone. */
  readonly decorate?: Decorate;
}

/** Markdown as DOM. Preact only places the outer element: what is inside belongs to `MarkdownView`. */
export function Markdown({ text, growth, finished, decorate }: MarkdownProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const view = useRef<MarkdownView>(null);
  useLayoutEffect(() => {
    if (root.current) {
      view.current ??= new MarkdownView(root.current, pageEnrichment);
      view.current.update(text, { finished, decorate, growth });
    }
  }, [text, growth, finished, decorate]);
  return <div class={finished ? 'markdown' : 'markdown markdown-growing'} ref={root} />;
}
