import DOMPurify from 'dompurify';
import highlight from 'highlight.js';
import type { Contender } from './contender';

/** A contender that makes HTML of the whole text, sanitises it and replaces what was shown. */
export function htmlContender(root: HTMLElement, render: (text: string) => string): Contender {
  const update = (text: string): void => {
    root.replaceChildren(DOMPurify.sanitize(render(text), { RETURN_DOM_FRAGMENT: true }));
  };
  return { update, finish: update };
}

/** Code as HTML with the classes of highlight.js. */
export function highlighted(code: string, language: string): string {
  return highlight.getLanguage(language)
    ? highlight.highlight(code, { language, ignoreIllegals: true }).value
    : code.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
