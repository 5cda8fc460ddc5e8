import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { codeBlock } from '../markdown/code-block';
import { createDom } from '../markdown/dom-patch';

/** A code block like those of an answer, with the same buttons. */
export function CodeView({ code, language }: { readonly code: string; readonly language: string }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => root.current?.replaceChildren(createDom(codeBlock(code, language))), [code, language]);
  return <div class="code-view" ref={root} />;
}
