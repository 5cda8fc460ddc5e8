import { blockEnd } from './find-text';

const inline = new Set(['a', 'code', 'del', 'em', 's', 'span', 'strong', 'sub', 'sup']);

/** Whether what is in such an element reads on in the line that it stands in. */
export function isInline(tag: string): boolean {
  return inline.has(tag);
}

/** Names of languages, buttons, pictures: what is shown with a text and is no part of it. */
export function isBeside(tag: string, className: string): boolean {
  return tag === 'button' || tag === 'svg' || tag === 'summary' || className.includes('code-header');
}

/** The text with the end of a block after it; not twice. */
export function endBlock(text: string): string {
  return text === '' || text.endsWith(blockEnd) ? text : text + blockEnd;
}
