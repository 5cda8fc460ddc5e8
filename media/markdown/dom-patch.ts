import { sameAttributes, sameNode } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Elements that are of another namespace, as is all inside of them. */
const namespaces: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

/** @param outer the namespace of the element that the node is for */
export function createDom(node: MarkdownNode, outer: string | null = htmlNamespace): Node {
  if (typeof node === 'string') {
    return document.createTextNode(node);
  }
  const namespace = namespaces[node.tag] ?? outer;
  const element = document.createElementNS(namespace, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    setAttribute(element, name, value);
  }
  element.append(...node.children.map((child) => createDom(child, namespace)));
  return element;
}

/** A style is set as properties: as an attribute the content security policy would not let it count. */
function setAttribute(element: Element, name: string, value: string): void {
  if (name === 'style' && (element instanceof HTMLElement || element instanceof SVGElement)) {
    element.style.cssText = value;
  } else {
    element.setAttribute(name, value);
  }
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
  const replacement = createDom(next, dom.parentElement?.namespaceURI);
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
    setAttribute(dom, name, value);
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
      dom.append(createDom(child, dom.namespaceURI));
    }
  });
}
