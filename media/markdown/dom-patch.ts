import { sameAttributes, sameNode } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';

const svgTags = new Set(['svg', 'path']);

export function createDom(node: MarkdownNode): Node {
  if (typeof node === 'string') {
    return document.createTextNode(node);
  }
  const element = svgTags.has(node.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', node.tag)
    : document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...node.children.map(createDom));
  return element;
}

/**
 * Makes `dom`, which shows `old`, show `next`, and leaves everything alone that is the same in both: a selection in text
 * that has already come survives, and only what changed is laid out again.
 *
 * @returns the node that shows `next`: `dom`, or what took its place
 */
export function patchDom(dom: Node, old: MarkdownNode, next: MarkdownNode): Node {
  if (sameNode(old, next)) {
    return dom;
  }
  if (typeof old === 'string' && typeof next === 'string' && dom instanceof Text) {
    if (next.startsWith(old)) {
      dom.appendData(next.slice(old.length));
    } else {
      dom.data = next;
    }
    return dom;
  }
  if (typeof old === 'object' && typeof next === 'object' && old.tag === next.tag && dom instanceof Element) {
    patchAttributes(dom, old, next);
    patchChildren(dom, old.children, next.children);
    return dom;
  }
  const replacement = createDom(next);
  dom.parentNode?.replaceChild(replacement, dom);
  return replacement;
}

function patchAttributes(dom: Element, old: MarkdownElement, next: MarkdownElement): void {
  if (sameAttributes(old, next)) {
    return;
  }
  for (const name of Object.keys(old.attributes)) {
    if (!(name in next.attributes)) {
      dom.removeAttribute(name);
    }
  }
  for (const [name, value] of Object.entries(next.attributes)) {
    dom.setAttribute(name, value);
  }
}

function patchChildren(dom: Element, old: readonly MarkdownNode[], next: readonly MarkdownNode[]): void {
  while (dom.childNodes.length > next.length) {
    dom.lastChild?.remove();
  }
  next.forEach((child, index) => {
    const shown = dom.childNodes[index];
    const before = old[index];
    if (shown && before !== undefined) {
      patchDom(shown, before, child);
    } else {
      dom.append(createDom(child));
    }
  });
}
