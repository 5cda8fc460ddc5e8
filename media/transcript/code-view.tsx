import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { codeBlock } from '../markdown/code-block';
import { createDom, patchDom } from '../markdown/dom-patch';
import { enrich } from '../markdown/enrich';
import { pageEnrichment } from '../markdown/page-enrichment';

/** A code block like those of an answer, with the same buttons and colours. */
export function CodeView({ code, language }: { readonly code: string; readonly language: string }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const block = codeBlock(code, language);
    // The colours may come when this code is no longer shown.
    let isShown = true;
    const colored = () =>
      enrich(block, { enrichment: pageEnrichment, isFinal: true, changed: () => isShown && paint() });
    let shown = colored();
    const dom = createDom(shown);
    const paint = (): void => {
      const next = colored();
      patchDom(dom, shown, next);
      shown = next;
    };
    root.current?.replaceChildren(dom);
    return () => {
      isShown = false;
    };
  }, [code, language]);
  return <div class="code-view" ref={root} />;
}
